using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Alerts.Site;

/// <summary>The Atom index of the alerts that are or were in force on a site, each with its CAP message.</summary>
internal static class Feed
{
    private const int Entries = 50;

    private static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(false), Indent = true };

    public static void MapAlertsFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/canh-bao/feed.atom", WriteAsync).OfModule(AlertsModule.Named).WithMetadata(new KeptLikeAPage());

    private static async Task<IResult> WriteAsync(HttpContext http, RunningAlerts alerts, VisitedSite site, PublicOrigin origin, Texts texts, TimeProvider clock, CancellationToken ct)
    {
        var (host, now) = (origin.Of(http.Request), clock.GetUtcNow());
        PublishedAlert[] newest = [.. (await alerts.AllOnAsync(site.Tenant, ct)).Where(alert => alert.BeginsAt <= now).Take(Entries)];
        var home = new Uri(host + site.Link("/canh-bao"));
        var feed = new SyndicationFeed($"{texts.In(site.Language, "alerts.title")} – {site.Title}", null, home)
        {
            Id = home.AbsoluteUri,
            Language = site.Language,
            LastUpdatedTime = newest.Select(ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = newest.Select(alert => EntryOf(alert, site, path => new Uri(path.StartsWith("//", StringComparison.Ordinal) ? $"{http.Request.Scheme}:{path}" : host + path))),
        };
        feed.Authors.Add(new SyndicationPerson { Name = site.Title });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(host + site.Link("/canh-bao/feed.atom")), "application/atom+xml"));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Utf8))
        {
            feed.SaveAsAtom10(writer);
        }

        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static DateTimeOffset ChangedAt(PublishedAlert alert) => alert.Item.CorrectedAt ?? alert.Item.PublishedAt;

    private static SyndicationItem EntryOf(PublishedAlert alert, VisitedSite site, Func<string, Uri> whole)
    {
        var path = site.LinkTo(alert.Owner, $"/canh-bao/{alert.Item.Slug}");
        var address = whole(path);
        var entry = new SyndicationItem(site.IsEnglish && alert.Line.TitleEn is { } english ? english : alert.Item.Title, (SyndicationContent?)null, address, address.AbsoluteUri, ChangedAt(alert))
        {
            PublishDate = alert.Item.PublishedAt,
            Summary = new TextSyndicationContent((site.IsEnglish && alert.Line.TitleEn is not null ? alert.Line.SummaryEn : alert.Item.Summary) ?? ""),
        };
        entry.Categories.Add(new SyndicationCategory(alert.Line.Category));
        entry.Links.Add(new SyndicationLink(whole(path + "/cap.xml"), "enclosure", null, Cap.MediaType, 0));
        return entry;
    }
}
