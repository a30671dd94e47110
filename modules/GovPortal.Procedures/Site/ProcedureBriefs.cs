using GovPortal.Core.Caching;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Web.Caching;

namespace GovPortal.Procedures.Site;

/// <summary>Puts procedures into a line each: what their own pages say in the box at the top.</summary>
public sealed class ProcedureBriefs(VisitedSite site, Localizer say, IFinder finder, PublishedAcrossSites published) : IProcedureBriefs
{
    private const int MostPapers = 6;
    private const int LongestPaper = 110;

    public async Task<IReadOnlyDictionary<long, ProcedureBrief>> ReadAsync(IReadOnlyCollection<long> itemIds, CancellationToken ct)
    {
        PageDependencies.Add(itemIds);
        var live = await published.ReadLiveAsync(itemIds, ct);
        return live.Where(row => row.Item.Type == ProcedureType.TypeName).ToDictionary(row => row.Item.Id, row => BriefOf(row.Item, BodyJson.Read<Procedure>(row.Body)));
    }

    public async Task<IReadOnlyDictionary<string, ProcedureBrief>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var found = codes.Distinct().Select(code => (Code: code, Hit: Find(code))).ToArray();
        if (found.Any(each => each.Hit is null))
        {
            // It may be published tomorrow.
            PageDependencies.Add(PageTag.Index);
        }

        var briefs = await ReadAsync([.. found.Select(each => each.Hit?.ItemId).OfType<long>()], ct);
        return found.Where(each => each.Hit is { } hit && briefs.ContainsKey(hit.ItemId)).ToDictionary(each => each.Code, each => briefs[each.Hit!.ItemId]);
    }

    private SearchHit? Find(string code) => (site.Tenant.IsPortal ? null : FindOn(site.Tenant.Id, code)) ?? FindOn(null, code);

    private SearchHit? FindOn(int? site, string code)
    {
        var results = finder.Find(new SearchQuery(code, site) { Type = ProcedureType.TypeName, Size = 1, Facets = [], IsLiteral = true });
        if (results.IsResting || results.IsIncomplete)
        {
            PageDependencies.PreventCaching();
        }

        return results.Items is [var first] && first.Code == code ? first : null;
    }

    private ProcedureBrief BriefOf(ContentItem item, Procedure it)
    {
        var words = new MethodWords(say, it);
        string[] papers = [.. (it.DossierCases.FirstOrDefault(one => one.Papers.Any(paper => !PaperLine.IsWords(paper)))?.Papers ?? [])
            .Where(paper => !PaperLine.IsWords(paper)).OrderByDescending(paper => paper.IsRequired).Select(paper => ShortName.Of(paper.Name, LongestPaper)).Distinct()];
        return new ProcedureBrief(item.Id, item.TenantId, it.Code, ShortName.Of(item.Title), $"/thu-tuc/{item.Slug}", words.BoxTime, words.BoxFee, words.Where)
        {
            Papers = [.. papers.Take(MostPapers)],
            MorePapers = it.DossierCases.Sum(PaperLine.CountOf) - Math.Min(papers.Length, MostPapers),
        };
    }
}
