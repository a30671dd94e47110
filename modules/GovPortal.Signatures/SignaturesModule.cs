using GovPortal.Core.Configuration;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
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

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.System, 10, "trust", "/quan-tri/danh-sach-tin-cay", "signatures.trust.title", "lock", Permission.ManagePortal) { OnPortal = true },
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/kiem-tra-chu-ky", "signatures.check.title")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Checker>().AddSingleton<TrustList>().AddSingleton<CheckLimits>().ReadAtStart<CheckLimits>();
        services.AddScoped<SignatureWords>().AddScoped<IFilesSection, SignaturesSection>();
        services.AddHostedService<SignatureWorker>();
    }

    public void Describe(ModelBuilder builder) => SignatureTables.Describe(builder);
}
