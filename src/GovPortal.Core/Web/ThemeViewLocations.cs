using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Mvc.Razor;

namespace GovPortal.Core.Web;

/// <summary>Looks for a view in the site's theme first, then in the module that owns it, then in the desk's theme.</summary>
public sealed class ThemeViewLocations : IViewLocationExpander
{
    private const string Fallback = "Civic";

    // The theme must be among the values: they are the key of the framework's cache of found views.
    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["theme"] = context.ActionContext.HttpContext.Features.Get<Tenant>()?.Theme ?? Fallback;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Themes/{context.Values["theme"]}/{{0}}.cshtml", $"/Themes/{Fallback}/{{0}}.cshtml", "/Modules/{0}.cshtml", "/Themes/Admin/{0}.cshtml", .. viewLocations];
}
