using GovPortal.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Rankings;

/// <summary>Indexes of agencies by year and block, from survey to published table, and how far the agencies are equipped.</summary>
public sealed class RankingsModule : IModule
{
    public const string Named = "Rankings";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
    }
}
