using System.Linq.Expressions;
using GovPortal.Publishing.Content;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Reading;

/// <summary>How a list is asked for.</summary>
/// <param name="Page">From 1.</param>
public sealed record ListQuery(string Type, int Page = 1, int Size = 20)
{
    public ListOrder Order { get; init; } = ListOrder.Newest;

    /// <summary>Term filters by kind; an item must carry all of them.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; init; } = new Dictionary<string, string>();

    /// <summary>Item left out, for lists of related items.</summary>
    public long? Except { get; init; }

    /// <summary>Only these items, for the small print of search hits; null allows all.</summary>
    public IReadOnlyCollection<long>? Only { get; init; }

    /// <summary>False leaves <see cref="ContentList.Total"/> at <see cref="ContentList.Uncounted"/> and saves the count.</summary>
    public bool IsCounted { get; init; } = true;
}

public enum ListOrder
{
    Newest,
    Title,
}

/// <summary>A page of a list.</summary>
public sealed record ContentList(int Total, IReadOnlyList<ListedItem> Items)
{
    public const int Uncounted = -1;
}

/// <summary>A line of a list: columns only, no text.</summary>
public sealed record ListedItem(long Id, int TenantId, string Type, string Slug, string? Code, string Title, string? Summary, string? Picture, string? PictureAlt, string? ListJson, DateTimeOffset PublishedAt, DateTimeOffset SortAt, DateTimeOffset? CorrectedAt);

/// <summary>What stands at an address.</summary>
/// <param name="Body">Null when the item is withdrawn or has moved.</param>
/// <param name="Note">What the last correction changed.</param>
public sealed record FoundItem<TBody>(ContentItem Item, TBody? Body, string? Note) where TBody : class
{
    /// <summary>True when the item now lives at <c>Item.Slug</c>.</summary>
    public bool IsMoved { get; init; }
}

/// <summary>The queries behind lists, written once for one site and for all.</summary>
internal static class ContentQueries
{
    /// <summary>Terms of a kind that are counted; filters with more would be of no use.</summary>
    public const int MostTerms = 300;

    private static readonly Expression<Func<ContentItem, ListedItem>> Line = i =>
        new ListedItem(i.Id, i.TenantId, i.Type, i.Slug, i.Code, i.Title, i.Summary, i.Picture, i.PictureAlt, i.ListJson, i.PublishedAt!.Value, i.SortAt, i.CorrectedAt);

    public static async Task<IReadOnlyList<ListedItem>> ListAsync(IQueryable<ContentItem> items, IQueryable<ItemTerm> terms, ListQuery query, CancellationToken ct)
    {
        var live = Chosen(items, terms, query);
        var ordered = query.Order == ListOrder.Title
            ? live.OrderBy(i => i.TitleOrder).ThenBy(i => i.Id)
            : live.OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id);
        return await ordered.Skip((query.Page - 1) * query.Size).Take(query.Size).Select(Line).ToListAsync(ct);
    }

    public static Task<int> CountAsync(IQueryable<ContentItem> items, IQueryable<ItemTerm> terms, ListQuery query, CancellationToken ct) =>
        Chosen(items, terms, query).CountAsync(ct);

    /// <summary>The length of a list, from what is counted already where that is known.</summary>
    public static async Task<int> TotalAsync(IPublishedContent published, ListQuery query, Func<Task<int>> count, CancellationToken ct)
    {
        if (!query.IsCounted)
        {
            return ContentList.Uncounted;
        }

        if (query.Except is not null || query.Only is not null || query.Terms.Count > 1)
        {
            return await count();
        }

        if (query.Terms.Count == 0)
        {
            return await published.CountAsync(query.Type, ct);
        }

        var (kind, value) = query.Terms.First();
        var terms = await published.CountTermsAsync(query.Type, kind, ct);
        return terms.FirstOrDefault(term => term.Value == value)?.Count ?? (terms.Count < MostTerms ? 0 : await count());
    }

    private static IQueryable<ContentItem> Chosen(IQueryable<ContentItem> items, IQueryable<ItemTerm> terms, ListQuery query)
    {
        var live = items.Where(i => i.Type == query.Type && i.State == ContentState.Published);
        if (query.Except is { } except)
        {
            live = live.Where(i => i.Id != except);
        }

        if (query.Only is { } only)
        {
            live = live.Where(i => only.Contains(i.Id));
        }

        foreach (var (kind, value) in query.Terms)
        {
            live = live.Where(i => terms.Any(t => t.ItemId == i.Id && t.Kind == kind && t.Value == value));
        }

        return live;
    }

    public static async Task<IReadOnlyList<ListedItem>> ListAsync(IQueryable<ContentItem> items, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await items.Where(i => ids.Contains(i.Id) && i.State == ContentState.Published).Select(Line).ToListAsync(ct);

    public static async Task<IReadOnlyList<TermCount>> CountTermsAsync(IQueryable<ItemTerm> terms, string type, string kind, CancellationToken ct) =>
        await terms.Where(t => t.Type == type && t.Kind == kind)
            .GroupBy(t => t.Value)
            .Select(g => new { Value = g.Key, Label = g.Min(t => t.Label)!, Count = g.Count() })
            .OrderByDescending(t => t.Count).ThenBy(t => t.Label)
            .Take(MostTerms)
            .Select(t => new TermCount(t.Value, t.Label, t.Count))
            .ToListAsync(ct);
}
