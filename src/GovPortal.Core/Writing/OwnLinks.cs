using AngleSharp.Dom;
using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Writing;

/// <summary>Finds links of a text that lead to something of this site which is not there.</summary>
public sealed class OwnLinks(Tenant tenant, VisitedSite site, PortalDbFactory databases, ContentTypes types, SiteFiles files, TenantDirectory directory, IEnumerable<EndpointDataSource> endpoints)
{
    // A text with more links than this is a list made by machine; the first ones tell.
    private const int Most = 100;

    private const string Rule = "dead-link";

    public async Task<IReadOnlyList<TextRemark>> LookAsync(IElement body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(body);
        var remarks = new List<TextRemark>();
        await using var db = databases.OpenFor(tenant);
        foreach (var link in TextRules.Links(body).Take(Most))
        {
            var address = link.GetAttribute("href")!;
            if (PathOf(address) is { } path && await IsDeadAsync(db, path, ct))
            {
                remarks.Add(TextRules.RemarkOn(body, Rule, link, TextRules.Short(address)));
            }
        }

        return remarks;
    }

    /// <summary>The path below this site's root; null for addresses elsewhere, which are not judged.</summary>
    private string? PathOf(string address)
    {
        var path = address.Split('#', '?')[0];
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || !path.StartsWith(site.Root, StringComparison.Ordinal))
        {
            return null;
        }

        path = Uri.UnescapeDataString(path[site.Root.Length..]).Trim('/');
        path = path == "en" || path.StartsWith("en/", StringComparison.Ordinal) ? path[2..].TrimStart('/') : path;
        return directory.FindByName(path.Split('/')[0]) is null ? path : null;
    }

    private async Task<bool> IsDeadAsync(PortalDb db, string path, CancellationToken ct)
    {
        if (path.Length == 0 || IsFixed(path))
        {
            return false;
        }

        switch (path.Split('/'))
        {
            case ["tep", var hash, var name]:
                return await files.FindAsync(hash, name, ct) is null;
            case [var slug]:
                return !await IsPublicAsync(db, types.All.FirstOrDefault(t => t.Path.Length == 0), slug, ct);
            case [var folder, var slug] when types.All.FirstOrDefault(t => t.Path == folder) is { } type:
                return !await IsPublicAsync(db, type, slug, ct);
            default:
                return false;
        }
    }

    // What is withdrawn still answers with its notice, and an earlier address leads on.
    private static async Task<bool> IsPublicAsync(PortalDb db, IContentType? type, string slug, CancellationToken ct) =>
        type is null
        || await db.Items.AnyAsync(i => i.Type == type.Name && i.Slug == slug && i.State != ContentState.Draft, ct)
        || await db.Addresses.AnyAsync(a => a.Type == type.Name && a.Slug == slug, ct);

    private bool IsFixed(string path) =>
        endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Any(e => e.RoutePattern.Parameters.Count == 0 && e.RoutePattern.RawText?.Trim('/') == path);
}
