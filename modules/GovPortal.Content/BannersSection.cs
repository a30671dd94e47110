using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;

namespace GovPortal.Content;

/// <summary>The site's banners that are shown today, side by side and at rest.</summary>
public sealed class BannersSection(Tenant tenant, PublishedContent content, TenantClock clock) : IHomeSection
{
    public string Name => "banners";

    public string Module => ContentModule.Named;

    public int Order => 15;

    public string Partial => "Content/Site/_HomeBanners";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        HomeBanner[] shown = [.. tenant.Settings.HomeBanners.Where(banner => banner.IsShownOn(clock.Today))];
        if (shown.Length == 0)
        {
            return null;
        }

        await content.LearnPicturesAsync(shown.Select(banner => banner.Picture), ct);
        return shown;
    }
}
