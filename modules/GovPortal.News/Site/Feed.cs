using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.News.Site;

/// <summary>The Atom feed of a site's newest news.</summary>
internal static class Feed
{
    private const int Entries = 30;

    private static readonly XmlWriterSettings Utf8 = new() { Async = false, Encoding = new UTF8Encoding(false), Indent = true };

    public static void MapNewsFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/tin-tuc/feed.atom", WriteAsync).OfModule(NewsModule.Named).WithMetadata(new KeptLikeAPage());

    private static async Task<IResult> WriteAsync(HttpContext http, PublishedContent content, VisitedSite site, PublicOrigin origin, Texts texts, CancellationToken ct)
    {
        var newest = await content.ListAsync(new ListQuery(ArticleType.TypeName, Size: Entries) { IsCounted = false }, ct);
        var host = origin.Of(http.Request);
        var home = new Uri(host + site.Link("/tin-tuc"));
        var feed = new SyndicationFeed($"{texts.In(site.Language, "news.title")} – {site.Title}", null, home)
        {
            Id = home.AbsoluteUri,
            Language = site.Language,
            LastUpdatedTime = newest.Items.Select(i => i.CorrectedAt ?? i.PublishedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = newest.Items.Select(item => EntryOf(item, new Uri(host + site.Link($"/tin-tuc/{item.Slug}")))),
        };
        feed.Authors.Add(new SyndicationPerson { Name = site.Title });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(host + site.Link("/tin-tuc/feed.atom")), "application/atom+xml"));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Utf8))
        {
            feed.SaveAsAtom10(writer);
        }

        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem EntryOf(ListedItem item, Uri address)
    {
        var entry = new SyndicationItem(item.Title, (SyndicationContent?)null, address, address.AbsoluteUri, item.CorrectedAt ?? item.PublishedAt)
        {
            PublishDate = item.PublishedAt,
            Summary = new TextSyndicationContent(item.Summary ?? ""),
        };
        if (item.ListJson is { } category)
        {
            entry.Categories.Add(new SyndicationCategory(category));
        }

        return entry;
    }
}
