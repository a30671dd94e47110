using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Core.Modules;

/// <summary>What a module tells the kernel about itself: its card. One implementation per module project.</summary>
public interface IModule
{
    /// <summary>The name recipes and tenant settings use; also the first segment of the module's view paths.</summary>
    string Name { get; }

    /// <summary>Modules a site must have on for this one to work.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>True for modules no site can be without; they are not listed in recipes.</summary>
    bool IsAlwaysOn => false;

    /// <summary>What the module adds to the menu of the desk.</summary>
    IReadOnlyList<DeskMenuLine> DeskMenu => [];

    /// <summary>Pages of the module that a site's menus may lead to, besides the lists of its content types.</summary>
    IReadOnlyList<MenuPage> MenuPages => [];

    void AddTo(IServiceCollection services);

    /// <summary>The module's own tables. Rows of sites implement <see cref="Storage.ISiteRow"/>: that keeps sites apart.</summary>
    void Describe(ModelBuilder builder)
    {
    }

    /// <summary>Endpoints without markup: feeds, JSON, files. Each must carry the module's name, see <see cref="ModuleGate"/>.</summary>
    void MapTo(IEndpointRouteBuilder routes)
    {
    }
}
