using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Web;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Search.Site;

/// <summary>A saved search as an Atom feed: what answers a question, newest first.</summary>
internal static class Feed
{
    private const int Seen = 100;
    private const int Entries = 30;

    private static readonly XmlWriterSettings Utf8 = new() { Async = false, Encoding = new UTF8Encoding(false), Indent = true };

    public static void MapSearchFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/tim-kiem.atom", Write).OfModule(SearchModule.Named);

    private static IResult Write(HttpContext http, IFinder finder, VisitedSite site, TenantDirectory directory, PublicOrigin origin, Texts texts,
        string? q, string? loai, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "co-quan")] string? agency, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "linh-vuc")] string? field)
    {
        var asked = AskedWords.Of(q);
        if (string.IsNullOrWhiteSpace(asked.Text))
        {
            return ApiProblem.Of(http, StatusCodes.Status400BadRequest, "search.feed.empty");
        }

        var terms = new[] { ("agency", agency), ("field", field) }.Where(t => !string.IsNullOrEmpty(t.Item2)).ToDictionary(t => t.Item1, t => t.Item2!);
        var results = finder.Find(new SearchQuery(asked.Text, site.Tenant.IsPortal ? null : site.Tenant.Id) { Type = string.IsNullOrEmpty(loai) ? null : loai, Terms = terms, Size = Seen, Facets = [] });
        if (results.IsResting)
        {
            return ApiProblem.Of(http, StatusCodes.Status503ServiceUnavailable, "search.resting");
        }

        var host = origin.Of(http.Request);
        var query = new QueryWriter().Add("q", asked.Text).Add("loai", loai).Add("co-quan", agency).Add("linh-vuc", field);
        var hits = results.Items.Where(hit => hit.ItemId > 0).OrderByDescending(hit => hit.PublishedAt).Take(Entries).ToArray();
        var feed = new SyndicationFeed($"{texts.Filled(site.Language, "search.title.of", asked.Text)} – {site.Title}", null, new Uri(host + site.Link("/tim-kiem") + query))
        {
            Id = host + site.Link("/tim-kiem.atom") + query,
            Language = site.Language,
            LastUpdatedTime = hits.Select(hit => hit.PublishedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = hits.Select(hit => EntryOf(hit, new Uri(host + (directory.FindById(hit.TenantId) is { } owner ? site.LinkTo(owner, hit.Path) : hit.Path)), directory.FindById(hit.TenantId)?.Title)),
        };
        feed.Authors.Add(new SyndicationPerson { Name = site.Title });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(host + site.Link("/tim-kiem.atom") + query), "application/atom+xml"));
        return Results.Bytes(BytesOf(feed), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem EntryOf(SearchHit hit, Uri address, string? agency)
    {
        var entry = new SyndicationItem(hit.Title, (SyndicationContent?)null, address, address.AbsoluteUri, hit.PublishedAt) { PublishDate = hit.PublishedAt };
        entry.Categories.Add(new SyndicationCategory(hit.Type));
        if (agency is not null)
        {
            entry.Authors.Add(new SyndicationPerson { Name = agency });
        }

        return entry;
    }

    private static byte[] BytesOf(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Utf8))
        {
            feed.SaveAsAtom10(writer);
        }

        return bytes.ToArray();
    }
}
