using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Galleries.Site;

/// <summary>An album with all its pictures, or one picture of it, large, with the way to the one before and the next.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site) : PageModel
{
    public FoundItem<Album> Found { get; private set; } = null!;

    /// <summary>The picture shown large, from 1; null for the album.</summary>
    [BindProperty(SupportsGet = true, Name = "anh")]
    public int? Number { get; set; }

    /// <summary>Null for the album.</summary>
    public AlbumPicture? Picture => Number is { } number ? Found.Body?.Pictures[number - 1] : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Album>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/thu-vien-anh/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        if (!ModelState.IsValid || Number is { } number && (found.Body is not { } body || number < 1 || number > body.Pictures.Count))
        {
            return NotFound();
        }

        PageDependencies.IsPageOf(found.Item.Id);
        return Page();
    }

    public string AddressOf(int? number) => site.Link($"/thu-vien-anh/{Found.Item.Slug}") + new QueryWriter().Add("anh", number);
}
