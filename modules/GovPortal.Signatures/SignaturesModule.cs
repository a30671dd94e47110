using GovPortal.Core.Configuration;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Web;
using GovPortal.Signatures.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Signatures;

/// <summary>Digital signatures of files: whether they are intact, who signed, when, and whether that can be trusted.</summary>
public sealed class SignaturesModule : IModule
{
    public const string Named = "Signatures";

    public string Name => Named;

    public bool IsAlwaysOn => true;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Checker>().AddSingleton<TrustList>().AddSingleton<CheckLimits>().ReadAtStart<CheckLimits>();
        services.AddScoped<SignatureWords>().AddScoped<IFilesSection, SignaturesSection>();
        services.AddHostedService<SignatureWorker>();
    }

    public void Describe(ModelBuilder builder) => SignatureTables.Describe(builder);
}
