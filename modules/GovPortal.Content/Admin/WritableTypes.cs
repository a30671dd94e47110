using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;

namespace GovPortal.Content.Admin;

/// <summary>What people write at the desk of the visited site: a few kinds in sight, the others folded.</summary>
public sealed class WritableTypes(ContentTypes types, ModuleList modules, VisitedSite site)
{
    // More buttons than these, and nobody sees the one they need.
    private const int InSight = 3;

    /// <summary>What is written most.</summary>
    public IEnumerable<IContentType> Usual => All.Take(InSight);

    public IReadOnlyList<IContentType> Others => [.. All.Skip(InSight)];

    private IEnumerable<IContentType> All => types.All.Where(type => type.HasForm && modules.IsOn(type.Module, site.Tenant))
        .OrderBy(type => type.DeskOrder).ThenBy(type => type.Name, StringComparer.Ordinal);
}
