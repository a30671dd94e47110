using System.Collections.Frozen;
using GovPortal.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace GovPortal.Storage.Tenancy;

/// <summary>
/// First segments of addresses that mean something on every site: a site of such a name would hide them on the portal, and
/// could never be reached itself. They come from the routes, so that a new page reserves its address by being there.
/// </summary>
/// <param name="routes">Every route of the installation; asked once, when the first name is looked at.</param>
public sealed class ReservedSegments(Func<IEnumerable<Endpoint>> routes)
{
    // Answered by middleware, before routing.
    private static readonly string[] OfMiddleware = [Texts.Vietnamese, Texts.English, "api", "health", "_content", "_framework", "xem-truoc"];

    private readonly Lazy<FrozenSet<string>> all = new(() => routes().OfType<RouteEndpoint>()
        .Select(route => route.RoutePattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : null)
        .OfType<string>().Concat(OfMiddleware).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public bool Contains(string segment) => all.Value.Contains(segment);
}
