using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing.Checking;

/// <summary>Makes the parts that the kernel looks through known; modules add theirs beside them.</summary>
internal static class CheckingServices
{
    public static IServiceCollection AddChecking(this IServiceCollection services) => services
        .AddSingleton<IInstallationCheck, DatabasePart>().AddSingleton<IInstallationCheck, ContentPart>().AddSingleton<IInstallationCheck, MediaPart>();
}
