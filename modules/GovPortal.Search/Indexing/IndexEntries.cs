using System.Globalization;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Search.Indexing;

/// <summary>Turns entries of the publication log into changes of an index, by what the items say now.</summary>
public sealed class IndexEntries(TenantDirectory directory, PublishedAcrossSites published, LinkedTexts files, ContentTypes types)
{
    public async Task<IReadOnlyList<IndexChange>> ReadAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        var ids = entries.Where(e => e.ItemId != 0).Select(e => e.ItemId).Distinct().ToArray();
        var live = (await published.ReadLiveAsync(ids, ct)).ToDictionary(row => row.Item.Id);
        var linked = await files.ReadAsync(live.Values, ct);
        return [.. Agencies(entries), .. ids.Select(id => live.TryGetValue(id, out var row) ? (IndexChange)new IndexChange.Put(EntryOf(row, linked.GetValueOrDefault(id))) : new IndexChange.Remove(id))];
    }

    /// <summary>The sites that the entries tell of, as they are now: every change of a site comes by the log.</summary>
    private IEnumerable<IndexChange> Agencies(IReadOnlyList<LogEntry> entries) => entries.Select(entry => entry.TenantId).Distinct().Where(id => id > 0)
        .Select(id => directory.FindById(id) is { } site ? (IndexChange)new IndexChange.Put(AgencyEntries.Of(site)) : new IndexChange.Remove(AgencyEntries.IdOf(id)));

    /// <param name="linked">Words of the files it links to; null when there are none.</param>
    private SearchEntry EntryOf(LiveItem live, string? linked)
    {
        var item = live.Item;
        var type = types.Of(item.Type);
        var text = type.TextOf(BodyJson.Read(live.Body, type.BodyType));
        var named = live.Terms.Where(term => NamedKind.Find(term.Kind) is not null && !$"{text.Keywords}\n{text.Summary}".Contains(term.Label, StringComparison.OrdinalIgnoreCase)).Select(term => term.Label).ToArray();
        text = named.Length == 0 ? text : text with { Keywords = string.Join('\n', named.Prepend(text.Keywords).OfType<string>()) };
        text = item.Type == "page" && directory.FindById(item.TenantId) is { } site ? text with { Keywords = $"{text.Keywords}\n{site.Title}" } : text;
        text = linked is null ? text : text with { Body = $"{text.Body}\n{linked}" };
        return new SearchEntry(item.Id, item.TenantId, item.Type, item.Code, item.Title, types.PathOf(item.Type, item.Slug), item.PublishedAt!.Value, text, [.. TermsOf(item, live.Terms)]);
    }

    /// <summary>What every hit can be filtered by: where a type names no agency or year, its site and publication do.</summary>
    private IEnumerable<ContentTerm> TermsOf(ContentItem item, IReadOnlyList<ContentTerm> terms)
    {
        if (!terms.Any(t => t.Kind == "agency") && directory.FindById(item.TenantId) is { } site)
        {
            yield return new ContentTerm("agency", site.AgencyCode ?? site.Name, site.Title);
        }

        if (!terms.Any(t => t.Kind == "year"))
        {
            var year = item.PublishedAt!.Value.Year.ToString(CultureInfo.InvariantCulture);
            yield return new ContentTerm("year", year, year);
        }

        foreach (var term in terms)
        {
            yield return term;
        }
    }
}
