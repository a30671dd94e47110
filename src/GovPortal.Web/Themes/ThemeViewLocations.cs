using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Web.Themes;

/// <summary>Looks for a view in the site's theme first, then in the module that owns it. Pages of the desk wear the desk's theme on every site.</summary>
public sealed class ThemeViewLocations(ThemeList themes) : IViewLocationExpander
{
    private const string Desk = "Admin";

    // The theme must be among the values: they are the key of the framework's cache of found views.
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["theme"] = IsOfDesk(context) ? Desk : themes.Of(context.ActionContext.HttpContext.Features.Get<Tenant>()?.Theme).Name;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Themes/{context.Values["theme"]}/{{0}}.cshtml", $"/Themes/{themes.Default.Name}/{{0}}.cshtml", "/Modules/{0}.cshtml", .. viewLocations];

    private static bool IsOfDesk(ViewLocationExpanderContext context) =>
        context.ActionContext.ActionDescriptor is PageActionDescriptor page && page.ViewEnginePath.Split('/') is [_, _, Desk, ..];
}
