using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Transfer;

/// <summary>An export of a site that was read to its end and is whole.</summary>
public sealed class SiteArchive : IAsyncDisposable
{
    private const int LongestPerson = 1 << 16;

    private static readonly JsonSerializerOptions OfSite = new(BodyJson.Options) { MaxDepth = 64 };

    private SiteArchive(ArchiveReader reader, ArchivedSite site, IReadOnlyList<SitePerson> people) => (Reader, Site, People) = (reader, site, people);

    /// <summary>The site as it was exported.</summary>
    public ArchivedSite Site { get; }

    /// <summary>Whom its rows name.</summary>
    public IReadOnlyList<SitePerson> People { get; }

    /// <summary>Hashes of files whose bytes were missing or damaged already when it was made.</summary>
    public IReadOnlyList<string> Missing => Reader.Manifest.Missing;

    internal ArchiveReader Reader { get; }

    /// <exception cref="InvalidDataException">It is none, was cut short or edited, or is of another version; the sentence says which.</exception>
    public static async Task<SiteArchive> OpenAsync(string path, DatabaseSetup database, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        var reader = await ArchiveReader.OpenAsync(path, ArchiveManifest.OfSite, ct);
        try
        {
            await InsistOnKnownTablesAsync(path, reader, database, ct);
            await reader.VerifyAsync(progress, ct);
            ArchivedSite? site = null;
            await reader.ReadAsync(ArchivedSite.EntryName, async entry => site = await JsonSerializer.DeserializeAsync<ArchivedSite>(entry, OfSite, ct), ct);
            var people = new List<SitePerson>();
            await reader.ReadAsync("people.jsonl", async entry =>
            {
                using var lines = new BoundedLines(entry, LongestPerson);
                while (await lines.NextAsync(ct) is { } line)
                {
                    people.Add(BodyJson.Read<SitePerson>(line) is { SignInName.Length: > 0 } person ? person : throw new JsonException("a person has no sign-in name"));
                }
            }, ct);
            return new SiteArchive(reader, site is { Name: not null, Title: not null, Theme: not null, Modules: not null, Settings.PageTree: not null } ? site : throw ArchiveReader.Wrong(path, $"“{ArchivedSite.EntryName}” names no site"), people);
        }
        catch (JsonException odd)
        {
            await reader.DisposeAsync();
            throw ArchiveReader.Wrong(path, $"what it says of the site cannot be read ({odd.Message.TrimEnd('.')})", odd);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Reader.DisposeAsync();

    private static async Task InsistOnKnownTablesAsync(string path, ArchiveReader reader, DatabaseSetup database, CancellationToken ct)
    {
        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        var known = whole.Shape.Exported.Select(table => $"tables/{table.Name}.jsonl").ToHashSet(StringComparer.Ordinal);
        if (reader.Entries.Values.FirstOrDefault(entry => entry.Name.StartsWith("tables/", StringComparison.Ordinal) && !known.Contains(entry.Name)) is { } unknown)
        {
            throw ArchiveReader.Wrong(path, $"it holds “{unknown.Name}”, which this program does not know: the program that made it ({reader.Manifest.Program}) has other modules. Bring this program up to date first");
        }
    }
}
