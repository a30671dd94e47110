using System.Text.Encodings.Web;
using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Html;

namespace GovPortal.Web.Caching;

/// <summary>
/// Parts of the visited site's pages that are rendered once and then kept; views write
/// <c>@await Fragment.OfAsync("footer", "", () => Html.PartialAsync("_Footer"))</c>. A part knows its site, language, root and day; what else it
/// depends on is either a tag that its reading notes (<see cref="PageTag"/>), or its variant, or its <see cref="Own"/>.
/// </summary>
public sealed class PageFragments(VisitedSite site, TenantClock clock, FragmentCache cache, HtmlEncoder encoder)
{
    // In what is encoded no such character stands.
    private const char Gap = '\uE000';

    private static readonly HtmlString gap = new HtmlString(Gap.ToString());

    private bool isKeeping;

    /// <param name="name">Which part; parts of one name are rendered from one view.</param>
    /// <param name="variant">What the part depends on besides site, language and day, and notes no tag for.</param>
    /// <param name="own">What this page puts where the part asks for <see cref="Own"/>.</param>
    public async Task<IHtmlContent> OfAsync(string name, string variant, Func<Task<IHtmlContent>> render, string own = "")
    {
        ArgumentNullException.ThrowIfNull(render);
        var key = new FragmentKey(site.Tenant, site.Language, site.Root, site.IsByHost, clock.Today, name, variant);
        if (cache.Find(key) is { } found)
        {
            return new Filled(found.Pieces, own);
        }

        if (isKeeping || cache.BeginNotes() is not { } notes)
        {
            return await render();
        }

        isKeeping = true;
        try
        {
            var fragment = new Fragment((await WrittenAsync(render)).Split(Gap), [.. notes.Shown]);
            cache.Keep(key, fragment, notes);
            return new Filled(fragment.Pieces, own);
        }
        finally
        {
            isKeeping = false;
            cache.EndNotes(notes);
        }
    }

    /// <summary>True of a part that has nothing to show.</summary>
    public static bool IsEmpty(IHtmlContent part) => ReferenceEquals(part, HtmlString.Empty) || part is Filled { IsEmpty: true };

    /// <summary>Something of the page's own inside a part that others share: a part has one such value, wherever it stands.</summary>
    public object Own(string value) => isKeeping ? gap : value;

    private async Task<string> WrittenAsync(Func<Task<IHtmlContent>> render)
    {
        var content = await render();
        using var html = new StringWriter();
        content.WriteTo(html, encoder);
        return html.ToString();
    }

    private sealed class Filled(IReadOnlyList<string> pieces, string own) : IHtmlContent
    {
        public bool IsEmpty => pieces is [""];

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            for (var place = 0; place < pieces.Count; place++)
            {
                if (place > 0)
                {
                    encoder.Encode(writer, own);
                }

                writer.Write(pieces[place]);
            }
        }
    }
}
