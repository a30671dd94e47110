using GovPortal.Core.Modules;
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
    }
}
