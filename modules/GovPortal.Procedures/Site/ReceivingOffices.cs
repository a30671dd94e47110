using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Procedures.Site;

/// <summary>Which agencies of this installation take in and settle the dossiers of a procedure, for who lives in a commune.</summary>
public sealed class ReceivingOffices(TenantDirectory directory, HomeProvince home)
{
    private const string OfCommunes = "xa";
    private const string OfProvinces = "tinh";

    // Trung tâm Phục vụ hành chính công, where dossiers of the province's offices are taken in (NĐ 118/2025/NĐ-CP).
    private const string ServiceCentre = "trung-tam-phuc-vu-hanh-chinh-cong";

    private static readonly StringComparer byLetter = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>The communes and wards that have a site, by name.</summary>
    public IReadOnlyList<Tenant> Communes =>
        directory.Portal is { } portal ? [.. directory.ChildrenOf(portal).Where(IsCommune).OrderBy(site => site.Title, byLetter)] : [];

    /// <summary>The working commune of a name; null where there is none.</summary>
    public Tenant? CommuneNamed(string? name) => name is { Length: > 0 } ? Communes.FirstOrDefault(site => site.Name == name) : null;

    public static bool IsCommune(Tenant site) => site.Kind is SiteKind.Ward or SiteKind.Commune;

    /// <summary>True where the commune's counter takes the dossier, so that the commune must be known.</summary>
    public static bool IsOfCommune(Procedure procedure) => procedure.Levels.Contains(OfCommunes);

    /// <summary>True where another province's offices carry it out.</summary>
    public bool IsElsewhere(Procedure procedure) => home.IsOther(Provinces.Of(procedure));

    /// <summary>The offices in the order one goes to them; empty where no agency of this installation has to do with it.</summary>
    /// <param name="owner">The site whose procedure it is.</param>
    /// <param name="commune">Where the person lives; null while it is not known.</param>
    public IReadOnlyList<ReceivingOffice> Of(Procedure procedure, Tenant owner, Tenant? commune)
    {
        var offices = new List<ReceivingOffice>();
        if (IsElsewhere(procedure))
        {
            return offices;
        }

        if (IsOfCommune(procedure) && commune is not null)
        {
            offices.Add(new ReceivingOffice(commune, "procedures.office.commune"));
        }

        if (procedure.Levels.Contains(OfProvinces))
        {
            var settling = SettlingOf(procedure, owner);
            offices.AddRange(new[] { (Site: Centre(), Role: "procedures.office.centre"), (Site: settling, Role: "procedures.office.settles") }
                .Where(each => each.Site is not null).DistinctBy(each => each.Site!.Id).Select(each => new ReceivingOffice(each.Site!, each.Role)));
        }

        return offices;
    }

    private Tenant? Centre() => Departments.FirstOrDefault(site => VietnameseText.Slug(site.Title).StartsWith(ServiceCentre, StringComparison.Ordinal));

    private IEnumerable<Tenant> Departments => directory.Portal is { } portal ? directory.ChildrenOf(portal).Where(site => site.Kind is SiteKind.Department) : [];

    // The agency whose site it stands on; on the portal the one that the record names, by code or by name.
    private Tenant? SettlingOf(Procedure procedure, Tenant owner) =>
        owner is { IsPortal: false } && !IsCommune(owner) ? owner : procedure.ExecutingAgencies.Select(AgencyOf).FirstOrDefault(site => site is not null);

    private Tenant? AgencyOf(Agency agency)
    {
        if (agency.Code is { Length: > 0 } code && directory.FindByAgencyCode(code) is { IsPortal: false } site)
        {
            return site;
        }

        // Ministries write “Sở Tư pháp” for every province's.
        var name = VietnameseText.Slug(agency.Name);
        return name.Length == 0 ? null : Departments.FirstOrDefault(department => $"{VietnameseText.Slug(department.Title)}-".StartsWith($"{name}-", StringComparison.Ordinal));
    }
}

/// <summary>An office one goes to.</summary>
/// <param name="Role">Key of the words for what it does with the dossier.</param>
public sealed record ReceivingOffice(Tenant Site, string Role);
