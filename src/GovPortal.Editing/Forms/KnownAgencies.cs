using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Editing.Forms;

/// <summary>The agencies a form knows: sites of the province, whoever its procedures are done by and its documents were issued by, ministries too.</summary>
public sealed class KnownAgencies(TenantDirectory directory, PublishedAcrossSites everywhere)
{
    public async Task<IReadOnlyList<KnownAgency>> AllAsync(CancellationToken ct)
    {
        var sites = directory.All.Where(tenant => tenant.IsEnabled).Select(tenant => new KnownAgency(tenant.Title, tenant.AgencyCode, tenant.ParentName is { } parent ? directory.FindByName(parent) : null));
        var executing = (await everywhere.CountTermsAsync("procedure", "agency", ct)).Select(term => new KnownAgency(term.Label, term.Value == VietnameseText.Slug(term.Label) ? null : term.Value, null));
        var issuing = (await everywhere.CountTermsAsync("document", "agency", ct)).Select(term => new KnownAgency(term.Label, null, null));
        return [.. sites.Concat(executing).Concat(issuing).DistinctBy(agency => agency.Name)];
    }

    /// <summary>Their names, for a field that names one.</summary>
    public async Task<TermOffer> OfferAsync(bool mayCreate, CancellationToken ct) => new([.. (await AllAsync(ct)).Select(agency => agency.Name)], mayCreate);
}

/// <param name="Code">Null where none is known.</param>
/// <param name="Parent">The site it stands under; null where it has none here.</param>
public sealed record KnownAgency(string Name, string? Code, Tenant? Parent);
