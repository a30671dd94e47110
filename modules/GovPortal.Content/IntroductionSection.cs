using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;

namespace GovPortal.Content;

/// <summary>Who the agency is, in a paragraph on its home page, with the way to the whole text. The portal needs none.</summary>
public sealed class IntroductionSection(Tenant tenant, PublishedContent content, VisitedSite site, SafeHtml html) : IHomeSection
{
    private const string Slug = "gioi-thieu";

    public string Name => "introduction";

    public string Module => ContentModule.Named;

    public int Order => 50;

    public bool IsOffered => !tenant.IsPortal;

    public string Partial => "Content/Site/_HomeIntroduction";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        if (tenant.IsPortal || (await content.FindAsync<Page>(Slug, ct))?.Body is not { } page)
        {
            return null;
        }

        var isEnglish = site.IsEnglish && page.BodyEn is { Length: > 0 };
        var words = html.FirstParagraph(isEnglish ? page.BodyEn : page.Body);
        return words.Length == 0 ? null : new Introduction(page.TitleIn(site.Language), words, site.Link("/" + Slug), site.IsEnglish && !isEnglish);
    }
}

/// <param name="IsVietnamese">True where the visitor reads English and the text is Vietnamese.</param>
public sealed record Introduction(string Title, string Words, string Link, bool IsVietnamese);
