using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Which addresses a standing page cannot have, since something else answers there.</summary>
public sealed class PageAddresses(IEnumerable<EndpointDataSource> endpoints, TenantDirectory directory, VisitedSite site)
{
    public Refusal? Refuse(string slug)
    {
        var isTaken = slug == Texts.English || site.Tenant.IsPortal && directory.FindByName(slug) is not null
            || endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Any(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart first] }, ..] && string.Equals(first.Content, slug, StringComparison.OrdinalIgnoreCase));
        return isTaken ? new Refusal("structure.page.taken", "Slug", slug) : null;
    }
}
