using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The banners on the home page of the site: a picture, what it says, where it leads, and from when to when it is shown.</summary>
[Authorize(Permission.ManageSite), ShowsPreview]
public sealed class BannersPage(BannerPictures pictures, SiteStructure structure, Texts texts, VisitedSite site)
    : ArrangingPage<BannerRow, IReadOnlyList<HomeBanner>>(structure, texts, site)
{
    // More would push what people come for off the first screens.
    private const int MostBanners = 5;

    public override int Most => MostBanners;

    public override bool HasRemoval => true;

    protected override string Act => "site.banners";

    protected override string Address => "/quan-tri/bieu-ngu";

    public override string NameOf(int place) => string.IsNullOrWhiteSpace(Rows[place].Alt) ? Texts.In(Site.Language, "structure.banner.new") : Rows[place].Alt!;

    protected override IReadOnlyList<HomeBanner> PartOf(TenantSettings settings) => settings.HomeBanners;

    protected override void Fill(TenantSettings settings) => Rows = [.. settings.HomeBanners.Select(banner => new BannerRow
    {
        Picture = banner.Picture,
        Alt = banner.Alt,
        AltEn = banner.AltEn,
        Url = banner.Url,
        From = banner.From,
        Until = banner.Until,
    })];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        for (var place = 0; place < Math.Min(Rows.Count, MostBanners); place++)
        {
            var row = Rows[place];
            row.Picture = row.Picture is { Length: < 400 } picture && picture.StartsWith("/tep/", StringComparison.Ordinal) ? picture : null;
            if (row.Picture is { } moving && !BannerPictures.MayShow(moving))
            {
                row.Picture = null;
                ModelState.Refused(new Refusal("structure.banner.no-picture", $"Rows[{place}].Upload", NumberOf(place)), Texts, Site);
            }

            if (row.Upload is not { Length: > 0 } upload)
            {
                continue;
            }

            var (path, refusal, value) = await pictures.StoreAsync(upload, User.PersonId(), ct);
            row.Picture = path ?? row.Picture;
            ModelState.Refused(refusal is null ? null : new Refusal(refusal, $"Rows[{place}].Upload", value ?? NumberOf(place)), Texts, Site);
        }
    }

    protected override TenantSettings Compose(TenantSettings present) => present with { HomeBanners = [.. Rows.Where(row => row.Picture is not null).Select(row => row.ToBanner())] };

    protected override IEnumerable<Refusal> Check()
    {
        for (var place = 0; place < Rows.Count; place++)
        {
            var (row, number) = (Rows[place], NumberOf(place));
            if (row.Picture is null && row.Upload is null)
            {
                yield return new Refusal("structure.banner.picture-missing", $"Rows[{place}].Upload", number);
            }

            if (string.IsNullOrWhiteSpace(row.Alt))
            {
                yield return new Refusal("structure.banner.no-alt", $"Rows[{place}].Alt", number);
            }

            if (row.Alt?.Length > BannerRow.LongestAlt || row.AltEn?.Length > BannerRow.LongestAlt)
            {
                yield return new Refusal("structure.banner.long-alt", $"Rows[{place}].Alt", number);
            }

            if (!string.IsNullOrWhiteSpace(row.Url) && LinkRule.Refuse(row.Url.Trim()) is { } code)
            {
                yield return new Refusal(code, $"Rows[{place}].Url", number);
            }

            if (row.From > row.Until)
            {
                yield return new Refusal("structure.banner.days", $"Rows[{place}].Until", number);
            }
        }
    }

    private static string NumberOf(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A banner on the form.</summary>
public sealed class BannerRow : IArrangedRow
{
    public const int LongestAlt = 200;

    public int Level { get; set; }

    /// <summary>Address of the picture once it is kept.</summary>
    public string? Picture { get; set; }
    public IFormFile? Upload { get; set; }
    public string? Alt { get; set; }
    public string? AltEn { get; set; }
    public string? Url { get; set; }

    [Display(Name = "structure.banner.from")]
    public DateOnly? From { get; set; }

    [Display(Name = "structure.banner.until")]
    public DateOnly? Until { get; set; }

    public HomeBanner ToBanner() => new(
        Picture ?? "",
        VietnameseText.NormalizeLine(Alt ?? ""),
        string.IsNullOrWhiteSpace(AltEn) ? null : VietnameseText.NormalizeLine(AltEn),
        string.IsNullOrWhiteSpace(Url) ? null : Url.Trim(),
        From,
        Until);
}
