using System.Globalization;
using GovPortal.Core.Caching;
using GovPortal.Publishing.Content;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Web;

public static class ItemFragments
{
    /// <summary>The body of an item's live version, rendered once for all who read it in the same language. A preview shows another version and is rendered for itself.</summary>
    public static Task<IHtmlContent> OfBodyAsync(this PageFragments fragments, HttpContext http, ContentItem item, Func<Task<IHtmlContent>> render)
    {
        ArgumentNullException.ThrowIfNull(fragments);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(render);
        return item.LiveVersion is not { } version || http.Features.Get<Preview>() is not null
            ? render()
            : fragments.OfAsync("body", string.Create(CultureInfo.InvariantCulture, $"{item.Id} {version}"), () =>
            {
                PageDependencies.Add(PageTag.Item(item.Id));
                return render();
            });
    }
}
