using System.Security.Claims;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace GovPortal.Web.Pages;

/// <summary>The menu of the desk, from what the modules of a site bring and its reader may do.</summary>
public sealed class DeskMenu(ModuleList modules, IAuthorizationService authorization)
{
    /// <summary>The lines by group; groups without a line are left out.</summary>
    public async Task<IReadOnlyList<IGrouping<DeskMenuGroup, DeskMenuLine>>> LinesAsync(Tenant site, ClaimsPrincipal reader)
    {
        var lines = modules.All.Where(module => modules.IsOn(module.Name, site)).SelectMany(module => module.DeskMenu)
            .Where(line => line.OnPortal is not { } portal || portal == site.IsPortal)
            .OrderBy(line => line.Group).ThenBy(line => line.Order).DistinctBy(line => line.Path);
        var allowed = new Dictionary<string, bool>();
        var seen = new List<DeskMenuLine>();
        foreach (var line in lines)
        {
            if (!allowed.TryGetValue(line.Permission, out var may))
            {
                allowed[line.Permission] = may = (await authorization.AuthorizeAsync(reader, line.Permission)).Succeeded;
            }

            if (may)
            {
                seen.Add(line);
            }
        }

        return [.. seen.GroupBy(line => line.Group)];
    }
}
