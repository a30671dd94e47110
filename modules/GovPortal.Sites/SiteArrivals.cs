using GovPortal.Core.Checking;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Publishing.Transfer;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Sites;

/// <summary>Takes exported sites in under the rules of this installation: what belongs to another site here, such as a host, the new one does without.</summary>
public sealed class SiteArrivals(SiteImport import, DatabaseSetup database, TenantDirectory directory, ReservedSegments reserved, ModuleList modules, MailSettings mail)
{
    /// <param name="name">What the site is called here; null as it was called.</param>
    /// <exception cref="InvalidDataException">The file is no export, was cut short or edited, or is of another version.</exception>
    public async Task<SiteArrival> TakeInAsync(string path, string? name, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        await using var archive = await SiteArchive.OpenAsync(path, database, progress, ct);
        var (site, notes) = Fitted(archive.Site with { Name = name ?? archive.Site.Name });
        Refusal[] refusals = [.. Check(site)];
        return refusals.Length > 0 ? new SiteArrival(refusals, [], null, [])
            : new SiteArrival([], notes, await import.TakeInAsync(archive, site, progress, ct), archive.Missing);
    }

    private IEnumerable<Refusal> Check(ArchivedSite site)
    {
        var asNew = new NewSite { Name = site.Name, Title = site.Title, TitleEn = site.TitleEn, Recipe = "", AgencyCode = site.AgencyCode, OldAgencyCode = site.OldAgencyCode, Host = site.Host, Parent = site.Parent, Settings = site.Settings };
        foreach (var refusal in SiteRules.Check(asNew, directory, reserved, mail.PublicAddress))
        {
            yield return refusal;
        }

        foreach (var module in site.Modules.Where(module => !modules.Knows(module)))
        {
            yield return new Refusal("sites.import.unknown-module", "modules", module);
        }
    }

    private (ArchivedSite Site, IReadOnlyList<Refusal> Notes) Fitted(ArchivedSite site)
    {
        var notes = new List<Refusal>();
        if (site.Host is { } host && directory.FindByHost(host) is { } hosted)
        {
            notes.Add(new Refusal("sites.import.host-left", "host", $"{host} ({hosted.Name})"));
            site = site with { Host = null };
        }

        foreach (var code in new[] { site.AgencyCode, site.OldAgencyCode }.OfType<string>())
        {
            if (directory.FindHolderOf(code) is { } holder)
            {
                notes.Add(new Refusal("sites.import.code-left", "agencyCode", $"{code} ({holder.Name})"));
                site = site.AgencyCode == code ? site with { AgencyCode = null } : site with { OldAgencyCode = null };
            }
        }

        if (site.Parent is { } parent && directory.FindByName(parent) is null || site.Parent is null && site.Name != Tenant.PortalName && directory.Portal is not null)
        {
            notes.AddRange(site.Parent is null ? [] : [new Refusal("sites.import.parent-left", "parent", site.Parent)]);
            site = site with { Parent = directory.Portal?.Name };
        }

        return (site, notes);
    }
}

/// <summary>What became of an exported site here.</summary>
/// <param name="Refusals">Why it was not taken in; empty when it was.</param>
/// <param name="Notes">What it does without here.</param>
/// <param name="Missing">Hashes of files whose bytes the archive does not hold.</param>
public sealed record SiteArrival(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Refusal> Notes, ImportedSite? Taken, IReadOnlyList<string> Missing);
