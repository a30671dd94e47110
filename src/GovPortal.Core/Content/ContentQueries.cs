using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Content;

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

    /// <summary>False leaves <see cref="ContentList.Total"/> at -1 and saves the count.</summary>
    public bool IsCounted { get; init; } = true;
}

public enum ListOrder
{
    Newest,
    Title,
}

/// <summary>A page of a list.</summary>
public sealed record ContentList(int Total, IReadOnlyList<ListedItem> Items);

/// <summary>A line of a list: columns only, no text.</summary>
public sealed record ListedItem(long Id, int TenantId, string Type, string Slug, string? Code, string Title, string? Summary, string? Picture, string? PictureAlt, string? ListJson, DateTimeOffset PublishedAt, DateTimeOffset SortAt, DateTimeOffset? CorrectedAt);

public sealed record TermCount(string Value, string Label, int Count);

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
    private static readonly Expression<Func<ContentItem, ListedItem>> Line = i =>
        new ListedItem(i.Id, i.TenantId, i.Type, i.Slug, i.Code, i.Title, i.Summary, i.Picture, i.PictureAlt, i.ListJson, i.PublishedAt!.Value, i.SortAt, i.CorrectedAt);

    public static async Task<ContentList> ListAsync(IQueryable<ContentItem> items, IQueryable<ItemTerm> terms, ListQuery query, CancellationToken ct)
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

        var ordered = query.Order == ListOrder.Title
            ? live.OrderBy(i => i.TitleOrder).ThenBy(i => i.Id)
            : live.OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id);
        var page = await ordered.Skip((query.Page - 1) * query.Size).Take(query.Size).Select(Line).ToListAsync(ct);
        return new ContentList(query.IsCounted ? await live.CountAsync(ct) : -1, page);
    }

    public static async Task<IReadOnlyList<ListedItem>> ListAsync(IQueryable<ContentItem> items, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await items.Where(i => ids.Contains(i.Id) && i.State == ContentState.Published).Select(Line).ToListAsync(ct);

    public static async Task<IReadOnlyList<TermCount>> CountTermsAsync(IQueryable<ItemTerm> terms, string type, string kind, CancellationToken ct) =>
        await terms.Where(t => t.Type == type && t.Kind == kind)
            .GroupBy(t => t.Value)
            .Select(g => new { Value = g.Key, Label = g.Min(t => t.Label)!, Count = g.Count() })
            .OrderByDescending(t => t.Count).ThenBy(t => t.Label)
            .Take(300)
            .Select(t => new TermCount(t.Value, t.Label, t.Count))
            .ToListAsync(ct);
}
