using System.Globalization;
using System.Text;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Site;

/// <summary>The addresses of a site for search engines: <c>/sitemap.xml</c>, in parts where it is long, and <c>/robots.txt</c>.</summary>
internal static class Sitemap
{
    // The protocol allows 50,000; smaller parts keep each answer quick.
    private const int PartSize = 10_000;

    /// <summary>Name of the part with the home page and the lists.</summary>
    private const string OfLists = "danh-sach";

    private static readonly string[] ClosedToCrawlers = ["/quan-tri", "/dang-nhap"];

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", WriteAsync).OfModule(ContentModule.Named).ExcludeFromDescription();
        routes.MapGet("/robots.txt", (HttpContext http, VisitedSite site, PublicOrigin origin, TenantDirectory directory) =>
            Results.Text($"User-agent: *\n{string.Concat(Closed(site).Select(path => $"Disallow: {path}\n"))}" + string.Concat(Below(origin.Of(http.Request), site, directory).Prepend($"{origin.Of(http.Request)}{site.Root}/sitemap.xml").Select(address => $"Sitemap: {address}\n"))))
            .OfModule(ContentModule.Named).ExcludeFromDescription();
    }

    private static async Task<IResult> WriteAsync(HttpContext http, PublishedContent content, PublishedAcrossSites everywhere, ContentTypes types, ModuleList modules, TenantDirectory directory, VisitedSite site, PublicOrigin origin, string? loai, int? phan, CancellationToken ct)
    {
        var host = origin.Of(http.Request);
        var shown = types.All.Where(t => modules.IsOn(t.Module, site.Tenant)).ToArray();
        if (loai is OfLists)
        {
            return Xml("urlset", "url", Lists(shown, types).Select(path => ($"{host}{site.Root}{path}", (DateTimeOffset?)null)));
        }

        if (loai is null)
        {
            // An index lists no other index (sitemaps.org), so it names the parts of every site below.
            var counts = (await everywhere.CountBySiteAsync(ct)).ToLookup(count => count.Site);
            var parts = SitesBelow(site, directory).SelectMany(below => Parts($"{host}/{below.Name}", types.All.Where(type => modules.IsOn(type.Module, below)), counts[below.Id]));
            return Xml("sitemapindex", "sitemap", Parts(host + site.Root, shown, counts[site.Tenant.Id]).Concat(parts).Select(part => (part, (DateTimeOffset?)null)));
        }

        if (!shown.Any(t => t.Name == loai) || phan is not >= 1)
        {
            return Results.NotFound();
        }

        var list = await content.ListAsync(new ListQuery(loai, phan.Value, PartSize) { IsCounted = false }, ct);
        return Xml("urlset", "url", list.Items.Select(i => ($"{host}{site.Root}{types.PathOf(i.Type, i.Slug)}", (DateTimeOffset?)(i.CorrectedAt ?? i.PublishedAt))));
    }

    /// <summary>Home page, lists and the pages every site has, below the site.</summary>
    private static IEnumerable<string> Lists(IEnumerable<IContentType> shown, ContentTypes types) =>
        shown.Select(type => types.PathOf(type.Name, "x").Split('/')).Where(parts => parts.Length > 2).Select(parts => "/" + parts[1]).Prepend("/").Append("/lien-he").Append("/so-do").Distinct();

    // Crawlers read the robots of a host alone: the portal's speaks for the sites below it too (RFC 9309, 2.2.3).
    private static IEnumerable<string> Closed(VisitedSite site) =>
        ClosedToCrawlers.SelectMany(path => site.Tenant.IsPortal ? [site.Link(path), $"{site.Root}/*{path}"] : new[] { site.Link(path) });

    /// <summary>The lists of a site, and each type in pieces.</summary>
    private static IEnumerable<string> Parts(string root, IEnumerable<IContentType> types, IEnumerable<(int Site, string Type, int Items)> counts)
    {
        var pieces = counts.ToDictionary(count => count.Type, count => (count.Items + PartSize - 1) / PartSize);
        return types.SelectMany(type => Enumerable.Range(1, pieces.GetValueOrDefault(type.Name)).Select(piece => string.Create(CultureInfo.InvariantCulture, $"{root}/sitemap.xml?loai={type.Name}&phan={piece}")))
            .Prepend($"{root}/sitemap.xml?loai={OfLists}");
    }

    /// <summary>Sitemaps of the sites below the visited one, at its own host.</summary>
    private static IEnumerable<string> Below(string host, VisitedSite site, TenantDirectory directory) => SitesBelow(site, directory).Select(other => $"{host}/{other.Name}/sitemap.xml");

    // The portal's are all.
    private static IEnumerable<Tenant> SitesBelow(VisitedSite site, TenantDirectory directory) =>
        site.Tenant.IsPortal ? directory.All.Where(other => other.IsEnabled && !other.IsPortal) : directory.ChildrenOf(site.Tenant);

    private static IResult Xml(string root, string element, IEnumerable<(string Address, DateTimeOffset? ChangedAt)> entries)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartElement(root, Namespace);
            foreach (var (address, changedAt) in entries)
            {
                writer.WriteStartElement(element, Namespace);
                writer.WriteElementString("loc", Namespace, address);
                if (changedAt is { } at)
                {
                    writer.WriteElementString("lastmod", Namespace, at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return Results.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }
}
