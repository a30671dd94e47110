using System.CommandLine;
using System.CommandLine.Parsing;

namespace GovPortal.Host.Commands;

/// <summary>The words behind <c>import</c>.</summary>
internal sealed class ImportWords
{
    public Argument<string> What { get; } = new("what") { Description = "procedures, documents, articles, calendar; or, from other systems, wordpress, orchard, nukeviet, legacy, table, crawl." };

    public Argument<string> From { get; } = new("file") { Description = "The file; for legacy also a folder; for crawl the address of a site, sitemap or feed." };

    public Option<string?> Tenant { get; } = new("--tenant") { Description = "The site every record goes to; otherwise each goes to the site of its agency, and a calendar is the province's." };

    public Option<FileInfo?> Map { get; } = new("--map") { Description = "A JSON file that says which column becomes which field (table), or which type what (orchard)." };

    public Option<DirectoryInfo?> Files { get; } = new("--files") { Description = "A folder with the pictures and files of the old site; otherwise they are fetched from their addresses." };

    public Option<Uri?> OldSite { get; } = new("--old-site") { Description = "Where the old site stood (https://…), for addresses that do not say it.", CustomParser = AddressOf };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Says what would happen and changes nothing." };

    public Option<FileInfo?> Report { get; } = new("--report") { Description = "Writes what became of every line to this JSON file." };

    public AskedImport Read(ParseResult parsed)
    {
        var (what, from) = (parsed.GetRequiredValue(What), parsed.GetRequiredValue(From));
        return new AskedImport(what, what == "crawl" ? from : Path.GetFullPath(from), parsed.GetValue(Tenant), parsed.GetValue(DryRun))
        {
            Map = parsed.GetValue(Map)?.FullName,
            Files = parsed.GetValue(Files)?.FullName,
            OldSite = parsed.GetValue(OldSite),
            Report = parsed.GetValue(Report)?.FullName,
        };
    }

    private static Uri? AddressOf(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        given.AddError($"--old-site: “{given.Tokens[0].Value}” is no address of a site; write it as https://example.gov.vn.");
        return null;
    }
}

/// <summary>What somebody wants imported.</summary>
internal sealed record AskedImport(string What, string Path, string? Tenant, bool IsDryRun)
{
    public string? Map { get; init; }
    public string? Files { get; init; }
    public Uri? OldSite { get; init; }
    public string? Report { get; init; }
}
