using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;

namespace GovPortal.Documents.Site;

/// <summary>The public page of one document, with its validity on the agency's present day.</summary>
public sealed class ShowPage(PublishedContent content, PublishedAcrossSites everywhere, VisitedSite site, TenantClock clock, ModuleList modules, IEnumerable<IFilesSection> sections) : PageModel
{
    private const int MostRelated = 4;

    public FoundItem<LegalDocument> Found { get; private set; } = null!;

    public Validity Validity { get; private set; }

    /// <summary>The newest others of the same field; of the whole site where the field has no other.</summary>
    public IReadOnlyList<ListedItem> Related { get; private set; } = [];

    /// <summary>Published documents of the province that replace or repeal this one, newest first.</summary>
    public IReadOnlyList<ListedItem> ReplacedBy { get; private set; } = [];

    /// <summary>What other modules say of the document's files.</summary>
    public IReadOnlyList<LoadedSection> AboutFiles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<LegalDocument>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/van-ban/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        Validity = found.Body is { } body ? ValidityRule.On(clock.Today, body) : Validity.Unknown;
        await LookForReplacementAsync(found.Body, ct);
        Related = await RelatedAsync(found.Item.Id, found.Body?.Field, ct);
        ShownFile[] files = [.. (found.Body?.Files ?? []).Where(f => f.Url is not null).Select(f => new ShownFile(f.Url!, f.Name))];
        AboutFiles = await sections.LoadAsync(modules, site.Tenant, files, ct);
        return Page();
    }

    /// <summary>A document that says so puts this one out of force from the day on which it is in force itself.</summary>
    private async Task LookForReplacementAsync(LegalDocument? body, CancellationToken ct)
    {
        if (body?.Number is not { } number)
        {
            return;
        }

        var terms = new Dictionary<string, string> { [LegalDocumentType.ReplacesTerm] = ProposedRelations.KeyOf(number) };
        ReplacedBy = [.. (await everywhere.ListAsync(new ListQuery(LegalDocumentType.TypeName, Size: MostRelated) { IsCounted = false, Terms = terms }, ct)).Items.DistinctBy(item => item.Code)];
        if (ReplacedBy.Any(item => LegalDocumentType.LineOf(item).ValidityOn(clock.Today) is Validity.InForce or Validity.PartlyExpired))
        {
            Validity = Validity.Expired;
        }
    }

    private async Task<IReadOnlyList<ListedItem>> RelatedAsync(long id, string? field, CancellationToken ct)
    {
        var newest = new ListQuery(LegalDocumentType.TypeName, Size: MostRelated) { Except = id, IsCounted = false };
        var ofField = field is null ? [] : (await content.ListAsync(newest with { Terms = new Dictionary<string, string> { ["field"] = field } }, ct)).Items;
        return ofField.Count > 0 ? ofField : (await content.ListAsync(newest, ct)).Items;
    }
}
