using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Files;

namespace GovPortal.Editing.Cleaning;

/// <summary>A stored text as the visited site's pages show it: its pictures in every width that lies ready, each with whoever made it, and its site's files at the address they are reached by here.</summary>
public sealed class ShownText(VisitedSite site, PictureSources pictures, Localizer say)
{
    // A column of text is no wider, whatever the screen.
    private const int WidthOfText = 704;

    /// <param name="html">Clean HTML, as it was saved.</param>
    public string Of(string? html)
    {
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase) && !html.Contains("gp-video", StringComparison.Ordinal) && !html.Contains("/tep/", StringComparison.Ordinal) && !MissingMarks.MayBeIn(html))
        {
            return html ?? "";
        }

        using var document = BoundedHtml.Parse(html);
        if (document is null)
        {
            return html;
        }

        MissingMarks.TakeOut(document);
        foreach (var image in document.QuerySelectorAll<IHtmlImageElement>("img").ToArray())
        {
            image.SetAttribute("loading", "lazy");
            if (PathOf(image.GetAttribute("src")) is { } path && pictures.Of(site.Tenant, path) is { } facts)
            {
                Dress(image, path, facts);
            }
            else
            {
                LeadToFile(image, "src");
            }
        }

        foreach (var link in document.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
        {
            LeadToFile(link, "href");
        }

        foreach (var video in document.QuerySelectorAll<IHtmlAnchorElement>("a.gp-video"))
        {
            LeadToVideo(video);
        }

        return document.Body!.InnerHtml;
    }

    // Nothing comes from elsewhere before a reader asks for it. Then a script puts the player in the link's place; without one the link opens a
    // tab of its own, and says so before. The referrer stays: players refuse to show a video without one.
    private void LeadToVideo(IHtmlAnchorElement video)
    {
        video.SetAttribute("target", "_blank");
        video.SetAttribute("rel", "noopener");
        var where = video.Owner!.CreateElement("small");
        (where.ClassName, where.TextContent) = ("gp-video__where", say["layout.video.where", HostOf(video.GetAttribute("href"))]);
        if (VideoHosts.IsPlayer(video.GetAttribute("href")))
        {
            video.SetAttribute("data-gp-player", say["layout.video.here", HostOf(video.GetAttribute("href"))]);
        }

        if (site.IsEnglish)
        {
            where.SetAttribute("lang", Texts.English);
        }

        video.Append(video.Owner.CreateTextNode(" "), where);
    }

    // What was imported names files without the site's root; a picture that nobody has looked at yet, and what is no picture, must be reached too.
    private void LeadToFile(IElement element, string attribute)
    {
        if (element.GetAttribute(attribute) is { } address && PathOf(address) is { } path && pictures.Has(site.Tenant, path))
        {
            element.SetAttribute(attribute, site.FileOf(site.Tenant, path) + address[(address.IndexOf(path, StringComparison.Ordinal) + path.Length)..]);
        }
    }

    private void Dress(IHtmlImageElement image, string path, PictureFacts facts)
    {
        image.SetAttribute("src", site.FileOf(site.Tenant, path));
        var width = Pixels(image.GetAttribute("width")) ?? facts.Width;
        image.SetAttribute("width", Written(width));
        image.SetAttribute("height", Written((int)Math.Round(width * (double)facts.Height / facts.Width)));
        var shown = facts.Widths.Count == 0 ? image : InWidths(image, facts, width);
        if (facts.Credit is { Length: > 0 } credit)
        {
            Credit(shown, credit);
        }
    }

    private IElement InWidths(IElement image, PictureFacts facts, int width)
    {
        var document = image.Owner!;
        var picture = document.CreateElement("picture");
        image.Replace(picture);
        foreach (var (ending, type) in new[] { (".avif", "image/avif"), (".webp", "image/webp") })
        {
            var source = document.CreateElement("source");
            source.SetAttribute("type", type);
            source.SetAttribute("srcset", string.Join(", ", facts.Widths.Select(one => $"{site.FileOf(site.Tenant, facts.PathOf(one, ending))} {Written(one)}w")));
            source.SetAttribute("sizes", width < WidthOfText ? $"(min-width: {Written(width)}px) {Written(width)}px, 100vw" : "(min-width: 768px) 44rem, 100vw");
            picture.AppendChild(source);
        }

        picture.AppendChild(image);
        return picture;
    }

    // Where the writer has named whoever made it, once is enough.
    private static void Credit(IElement picture, string credit)
    {
        var document = picture.Owner!;
        var figure = picture.Closest("figure");
        var caption = figure?.QuerySelector("figcaption");
        if (caption?.TextContent.Contains(credit, StringComparison.OrdinalIgnoreCase) == true)
        {
            return;
        }

        var named = document.CreateElement("span");
        (named.ClassName, named.TextContent) = ("gp-credit", credit);
        if (figure is null)
        {
            picture.Insert(AdjacentPosition.AfterEnd, named.OuterHtml);
            return;
        }

        if (caption is null)
        {
            caption = document.CreateElement("figcaption");
            figure.AppendChild(caption);
        }
        else
        {
            caption.AppendChild(document.CreateTextNode(" "));
        }

        caption.AppendChild(named);
    }

    /// <summary>Address below the site's root of a file of this site, from whichever of the site's addresses the text was written at.</summary>
    private string? PathOf(string? source)
    {
        var own = $"/{site.Tenant.Name}";
        var path = source is not null && source.StartsWith(own + "/tep/", StringComparison.Ordinal) ? source[own.Length..] : source;
        return path is not null && path.StartsWith("/tep/", StringComparison.Ordinal) ? path.Split('?', '#')[0] : null;
    }

    private static string HostOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : "";

    private static int? Pixels(string? attribute) => int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;

    private static string Written(int pixels) => pixels.ToString(CultureInfo.InvariantCulture);
}
