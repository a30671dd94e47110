using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GovPortal.Core.Configuration;

/// <summary>A wrong setting is told before anything is set up, not after it, nor at the first request that needs it.</summary>
public static class SettingsAtStart
{
    /// <summary>Makes a service that reads settings at the start of the server.</summary>
    public static IServiceCollection ReadAtStart<T>(this IServiceCollection services) where T : class => services.AddSingleton(new Reader(typeof(T)));

    /// <summary>Makes everything that reads settings, background workers too.</summary>
    /// <exception cref="InvalidOperationException">One of them is wrong; the sentence names it.</exception>
    public static void ReadSettings(this IServiceProvider services)
    {
        foreach (var reader in services.GetServices<Reader>())
        {
            services.GetRequiredService(reader.Service);
        }

        _ = services.GetServices<IHostedService>();
    }

    private sealed record Reader(Type Service);
}
