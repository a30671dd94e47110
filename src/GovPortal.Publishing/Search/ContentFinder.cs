using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Publishing.Search;

/// <summary>
/// Answers a list page that has words, filters and counts. On the portal, and wherever words are given, the index answers, so that a procedure
/// many sites carry stands once; a site's own plain list, and every list while the index rests, comes from the database.
/// </summary>
public sealed class ContentFinder(VisitedSite site, PublishedContent own, PublishedAcrossSites everywhere, TenantDirectory directory, IFinder finder)
{
    private IPublishedContent Published => site.Tenant.IsPortal ? everywhere : own;

    public async Task<FinderAnswer> AskAsync(FinderQuestion question, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(question.Words) && !site.Tenant.IsPortal)
        {
            return await ListAsync(question, ct);
        }

        var results = finder.Find(new SearchQuery(question.Words ?? "", site.Tenant.IsPortal ? null : site.Tenant.Id)
        {
            Type = question.Type,
            Terms = question.Terms,
            Page = question.Page,
            Size = question.Size,
            Facets = question.Facets,
        });
        PageDependencies.Add(PageTag.Index);
        if (results.IsResting)
        {
            PageDependencies.PreventCaching();
            return await ListAsync(question, ct) with { IsResting = true };
        }

        var hasWords = !string.IsNullOrWhiteSpace(question.Words);
        if (results.IsIncomplete)
        {
            PageDependencies.PreventCaching();
        }

        var lines = (await Published.ListAsync([.. results.Items.Select(hit => hit.ItemId)], ct)).ToDictionary(item => item.Id);
        return new FinderAnswer(
            results.Total,
            [.. results.Items.Where(hit => lines.ContainsKey(hit.ItemId)).Select(hit => RowOf(lines[hit.ItemId], hit.Path, hasWords ? hit.TitleHtml : null))],
            question.Facets.ToDictionary(kind => kind, kind => Called(kind, [.. results.Facets[kind].Select(f => new TermCount(f.Value, f.Label, f.Count))])))
        {
            IsIncomplete = results.IsIncomplete,
        };
    }

    private async Task<FinderAnswer> ListAsync(FinderQuestion question, CancellationToken ct)
    {
        var list = await Published.ListAsync(new ListQuery(question.Type, question.Page, question.Size) { Order = question.Order, Terms = question.Terms }, ct);
        var counts = new Dictionary<string, IReadOnlyList<TermCount>>();
        foreach (var kind in question.Facets)
        {
            counts[kind] = Called(kind, await Published.CountTermsAsync(question.Type, kind, ct));
        }

        return new FinderAnswer(list.Total, [.. list.Items.Select(item => RowOf(item, question.PathOf(item), null))], counts);
    }

    // The items of other sites say what their own site merged, not what the portal did.
    private IReadOnlyList<TermCount> Called(string kind, IReadOnlyList<TermCount> counted) => site.Tenant.Settings.Arrange(kind, counted, isMerged: !site.Tenant.IsPortal);

    private FinderRow RowOf(ListedItem item, string path, string? titleHtml)
    {
        var owner = item.TenantId == site.Tenant.Id ? null : directory.FindById(item.TenantId);
        return new FinderRow(item, titleHtml, owner is null ? site.Link(path) : site.LinkTo(owner, path), owner);
    }
}

/// <summary>What a list page asks.</summary>
/// <param name="Terms">Filters in force, by kind.</param>
/// <param name="Facets">Kinds to count for the filters.</param>
/// <param name="PathOf">Address of an item below its site's root.</param>
/// <param name="Page">From 1, of <see cref="Size"/> rows.</param>
public sealed record FinderQuestion(string Type, string? Words, IReadOnlyDictionary<string, string> Terms, IReadOnlyList<string> Facets, Func<ListedItem, string> PathOf, ListOrder Order, int Page)
{
    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = PageOf.DefaultSize;

    /// <summary>Filters from an address, without those left empty.</summary>
    public static Dictionary<string, string> Given(params ReadOnlySpan<(string Kind, string? Value)> filters)
    {
        var given = new Dictionary<string, string>();
        foreach (var (kind, value) in filters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                given[kind] = value;
            }
        }

        return given;
    }
}

public sealed record FinderAnswer(int Total, IReadOnlyList<FinderRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<TermCount>> Counts)
{
    /// <summary>True when words were given but the index could not answer; the rows are the plain list.</summary>
    public bool IsResting { get; init; }

    /// <summary>True while the index is being built anew: there may be more.</summary>
    public bool IsIncomplete { get; init; }
}

/// <param name="TitleHtml">Encoded title with marks, when words were searched.</param>
/// <param name="Agency">The site it stands on, when that is another one.</param>
public sealed record FinderRow(ListedItem Item, string? TitleHtml, string Link, Tenant? Agency);
