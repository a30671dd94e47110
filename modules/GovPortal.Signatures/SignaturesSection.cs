using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Web;
using GovPortal.Signatures.Serving;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Signatures;

/// <summary>Signatures of a file that a page shows.</summary>
public sealed record SignedFile(string Name, DateTimeOffset CheckedAt, SignatureReport Report);

/// <summary>Says below the files of an item what was found of their signatures; files without any are left out.</summary>
public sealed partial class SignaturesSection(Tenant tenant, PortalDbFactory databases) : IFilesSection
{
    public string Module => SignaturesModule.Named;

    public string Partial => "Signatures/Site/_OfFiles";

    public async Task<object?> LoadAsync(IReadOnlyList<ShownFile> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        var names = files.Select(f => (Address().Match(f.Path), f.Name)).Where(f => f.Item1.Success).ToLookup(f => f.Item1.Groups[1].Value, f => f.Name);
        var prints = names.Select(n => n.Key).ToArray();
        if (prints.Length == 0)
        {
            return null;
        }

        await using var db = databases.OpenFor(tenant);
        var found = await (from file in db.Files.AsNoTracking()
                           where prints.Contains(file.Print) && file.DeletedAt == null
                           join signatures in db.FileSignatures on file.Id equals signatures.FileId
                           where signatures.Report != ""
                           select new { file.Print, signatures.CheckedAt, signatures.Report }).ToListAsync(ct);
        SignedFile[] signed = [.. from f in found
                                  let report = JsonSerializer.Deserialize<SignatureReport>(f.Report, SignatureReport.Stored)
                                  where report.Signatures.Count > 0
                                  from name in names[f.Print].Distinct()
                                  select new SignedFile(name, f.CheckedAt, report)];
        return signed.Length > 0 ? signed : null;
    }

    [GeneratedRegex("/tep/([0-9a-f]{16})/")]
    private static partial Regex Address();
}
