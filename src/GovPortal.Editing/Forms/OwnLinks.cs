using AngleSharp.Dom;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>Finds links and pictures that lead to something of this portal's sites which is not there.</summary>
public sealed class OwnLinks(OwnAddresses addresses, PortalDbFactory databases, ContentTypes types, ModuleList modules, IEnumerable<EndpointDataSource> endpoints)
{
    // A text with more links than this is a list made by machine; the first ones tell.
    private const int Most = 100;

    // Names in one question.
    private const int AtOnce = 500;

    private IReadOnlyList<TemplateMatcher>? pages;

    public async Task<IReadOnlyList<TextIssue>> LookAsync(IElement body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(body);
        var links = TextRules.Links(body).Take(Most).Select(link => (Place: link, Address: link.GetAttribute("href")!)).ToArray();
        var pictures = body.QuerySelectorAll("img[src]").Take(Most).Select(picture => (Place: picture, Address: picture.GetAttribute("src")!)).ToArray();
        var dead = await DeadAmongAsync([.. links.Concat(pictures).Select(one => one.Address)], ct);
        return
        [
            .. links.Where(link => OwnAddresses.IsRelative(link.Address)).Select(link => TextRules.RemarkOn(body, "relative-link", link.Place, TextRules.Short(link.Address))),
            .. links.Where(link => dead.Contains(link.Address)).Select(link => TextRules.RemarkOn(body, "dead-link", link.Place, TextRules.Short(link.Address))),
            .. pictures.Where(picture => WordHtml.IsOutOfReach(picture.Place) || dead.Contains(picture.Address))
                .Select(picture => TextRules.RemarkOn(body, "missing-picture", picture.Place, TextRules.Short(PictureWords.NameOf(picture.Address)))),
        ];
    }

    /// <summary>True for an address of this portal that leads nowhere; addresses elsewhere are not judged.</summary>
    public async Task<bool> IsDeadAsync(string address, CancellationToken ct) => (await DeadAmongAsync([address], ct)).Count > 0;

    /// <summary>Those of the addresses that are of this portal and lead nowhere; one question for each kind of thing on each site.</summary>
    public async Task<IReadOnlySet<string>> DeadAmongAsync(IReadOnlyCollection<string> written, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(written);
        var asked = written.Distinct().Select(address => addresses.Find(address) is ({ } site, { Length: > 0 } path) ? TargetOf(address, site, path) : null).OfType<Target>().ToArray();
        var dead = asked.Where(target => target.Key is null).Select(target => target.Address).ToHashSet();
        foreach (var alike in asked.Where(target => target.Key is not null).GroupBy(target => (target.Site, target.Type)))
        {
            foreach (var some in alike.Chunk(AtOnce))
            {
                await using var db = databases.OpenFor(alike.Key.Site);
                var there = await ThoseThereAsync(db, alike.Key.Type, [.. some.Select(target => target.Key!).Distinct()], ct);
                dead.UnionWith(some.Where(target => !there.Contains(target.Key!)).Select(target => target.Address));
            }
        }

        return dead;
    }

    /// <summary>What an address asks for; null where it is there whatever the database says.</summary>
    private Target? TargetOf(string address, Tenant site, string path)
    {
        if (!site.IsEnabled)
        {
            return new Target(address, site, null, null);
        }

        switch (path.Split('/'))
        {
            case ["tep", var print, _, .. { Length: < 2 }]:
                return new Target(address, site, null, print);
            case [var slug] when !IsFixed(path) && types.All.FirstOrDefault(t => t.Path.Length == 0) is { } page:
                return new Target(address, site, page.Name, slug);
            case [var folder, var slug] when !IsFixed(path) && types.All.FirstOrDefault(t => t.Path == folder) is { } type:
                return new Target(address, site, type.Name, modules.IsOn(type.Module, site) ? slug : null);
            default:
                return Pages.Any(page => page.TryMatch("/" + path, new RouteValueDictionary())) ? null : new Target(address, site, null, null);
        }
    }

    // What is withdrawn still answers with its notice, and an earlier address leads on.
    private static async Task<HashSet<string>> ThoseThereAsync(PortalDb db, string? type, string[] keys, CancellationToken ct) =>
        type is null
            ? [.. await db.Files.Where(f => keys.Contains(f.Print) && f.DeletedAt == null).Select(f => f.Print).ToListAsync(ct)]
            :
            [
                .. await db.Items.Where(i => i.Type == type && keys.Contains(i.Slug) && i.State != ContentState.Draft && i.State != ContentState.Deleted).Select(i => i.Slug).ToListAsync(ct),
                .. await db.Addresses.Where(a => a.Type == type && keys.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(ct),
            ];

    private bool IsFixed(string path) =>
        endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Any(e => e.RoutePattern.Parameters.Count == 0 && e.RoutePattern.RawText?.Trim('/') == path);

    // One that takes everything says nothing of what is there.
    private IReadOnlyList<TemplateMatcher> Pages => pages ??= [.. endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.All(parameter => !parameter.IsCatchAll)).Select(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary()))];

    /// <param name="Type">Name of a content type; null for a file.</param>
    /// <param name="Key">Slug of the item or print of the file; null for what is not there anyhow.</param>
    private sealed record Target(string Address, Tenant Site, string? Type, string? Key);
}
