using System.Text;
using System.Xml.Linq;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Search.Site;

/// <summary>Tells browsers how the site is searched (OpenSearch 1.1), so that it can be asked from their address bar.</summary>
internal static class OpenSearch
{
    // The description allows a short name of sixteen letters and a long one of forty-eight.
    private const int ShortName = 16;
    private const int LongName = 48;

    private static readonly XNamespace xml = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/opensearch.xml", Write).OfModule(SearchModule.Named).WithMetadata(new KeptLikeAPage());

    private static IResult Write(HttpContext http, VisitedSite site, PublicOrigin origin, Texts texts)
    {
        var root = origin.Of(http.Request);
        string At(string path) => root + site.Link(path);
        var description = new XElement(xml + "OpenSearchDescription",
            new XElement(xml + "ShortName", Cut(site.Title, ShortName)),
            new XElement(xml + "LongName", Cut(site.Title, LongName)),
            new XElement(xml + "Description", string.Format(System.Globalization.CultureInfo.InvariantCulture, texts.In(site.Language, "search.open.description"), site.Title)),
            new XElement(xml + "Language", site.Language),
            new XElement(xml + "InputEncoding", "UTF-8"),
            Url("text/html", At("/tim-kiem") + "?q={searchTerms}&trang={startPage?}"),
            Url("application/atom+xml", At("/tim-kiem.atom") + "?q={searchTerms}"),
            new XElement(xml + "Url", new XAttribute("type", "application/opensearchdescription+xml"), new XAttribute("rel", "self"), new XAttribute("template", At("/opensearch.xml"))));
        return Results.Bytes(Encoding.UTF8.GetBytes(new XDeclaration("1.0", "utf-8", null) + "\n" + description), "application/opensearchdescription+xml; charset=utf-8");
    }

    private static XElement Url(string type, string template) =>
        new(xml + "Url", new XAttribute("type", type), new XAttribute("template", template));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd();
}
