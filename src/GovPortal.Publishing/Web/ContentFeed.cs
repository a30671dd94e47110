using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing.Web;

/// <summary>The Atom feed of a site's newest items of a type, alike for all types.</summary>
public static class ContentFeed
{
    private const int Entries = 30;

    private static readonly XmlWriterSettings Utf8 = new() { Async = false, Encoding = new UTF8Encoding(false), Indent = true };

    /// <param name="title">Key of the feed's name.</param>
    /// <param name="category">What a line says of its category; null for none.</param>
    public static void MapContentFeed(this IEndpointRouteBuilder routes, string type, string module, string title, Func<ListedItem, string?>? category = null)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var path = routes.ServiceProvider.GetRequiredService<ContentTypes>().Of(type).Path;
        routes.MapGet($"/{path}/feed.atom", async (HttpContext http, PublishedContent content, VisitedSite site, PublicOrigin origin, Texts texts, CancellationToken ct) =>
        {
            var newest = await content.ListAsync(new ListQuery(type, Size: Entries) { IsCounted = false }, ct);
            var host = origin.Of(http.Request);
            var feed = FeedOf(newest.Items, site, new Uri(host + site.Link($"/{path}")), texts.In(site.Language, title));
            feed.Items = newest.Items.Select(item => EntryOf(item, new Uri(host + site.Link($"/{path}/{item.Slug}")), category?.Invoke(item)));
            feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(host + site.Link($"/{path}/feed.atom")), "application/atom+xml"));
            return Written(feed);
        }).OfModule(module).WithMetadata(new KeptLikeAPage());
    }

    private static SyndicationFeed FeedOf(IReadOnlyList<ListedItem> newest, VisitedSite site, Uri home, string title)
    {
        var feed = new SyndicationFeed($"{title} – {site.Title}", null, home)
        {
            Id = home.AbsoluteUri,
            Language = site.Language,
            LastUpdatedTime = newest.Select(i => i.CorrectedAt ?? i.PublishedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        };
        feed.Authors.Add(new SyndicationPerson { Name = site.Title });
        return feed;
    }

    private static SyndicationItem EntryOf(ListedItem item, Uri address, string? category)
    {
        var entry = new SyndicationItem(item.Title, (SyndicationContent?)null, address, address.AbsoluteUri, item.CorrectedAt ?? item.PublishedAt)
        {
            PublishDate = item.PublishedAt,
            Summary = new TextSyndicationContent(item.Summary ?? ""),
        };
        if (category is not null)
        {
            entry.Categories.Add(new SyndicationCategory(category));
        }

        return entry;
    }

    private static IResult Written(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Utf8))
        {
            feed.SaveAsAtom10(writer);
        }

        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }
}
