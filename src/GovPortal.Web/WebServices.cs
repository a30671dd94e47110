using GovPortal.Core.Caching;
using GovPortal.Core.Configuration;
using GovPortal.Core.Publication;
using GovPortal.Web.Assets;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using GovPortal.Web.Themes;
using GovPortal.Web.Views;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Web;

/// <summary>Puts the page cache, assets and what pages say about themselves into the container.</summary>
public static class WebServices
{
    /// <param name="themes">The looks that sites can choose from.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, ThemeList themes)
    {
        services.AddSingleton(themes).AddScoped<ThemeFiles>();
        services.AddSingleton<PageCache>().AddSingleton<IPageEviction>(s => s.GetRequiredService<PageCache>()).AddSingleton<ILogFollower>(s => s.GetRequiredService<PageCache>()).ReadAtStart<PageCache>();
        services.AddSingleton<PageAddress>().AddSingleton<HostsInUse>().AddSingleton<CountCache>().AddSingleton<FragmentCache>().AddScoped<PageFragments>().AddSingleton<ViewCounts>().AddSingleton<AnonymousForms>();
        return services.AddSingleton<Icons>().AddSingleton<PublicOrigin>().AddSingleton<AssetAddresses>().AddScoped<PageMeta>().AddScoped<DeskMenu>();
    }
}
