using GovPortal.Content.Links;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Admin;

/// <summary>Tells whoever approves a version what readers get with it: address, fields, files, and what the site has not had before.</summary>
public sealed class GoingPublicReader(Tenant tenant, PortalDbFactory databases, ContentTypes types, NewHosts hosts)
{
    // Longer fields are read in the text itself.
    private const int LongestFact = 300;

    // What becomes a choice for readers; years and weeks come by themselves.
    private static readonly HashSet<string> Chosen = ["category", "field", "agency", "document-type", "subject"];

    /// <param name="say">The sentence of a text key.</param>
    public async Task<GoingPublic> ReadAsync(DeskItem found, object body, Func<string, string> say, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(body);
        var (item, type) = (found.Item, types.Of(found.Item.Type));
        var facts = type.FactsOf(body);
        await using var db = databases.OpenFor(tenant);
        var named = facts.Terms.Where(term => Chosen.Contains(term.Kind)).DistinctBy(term => (term.Kind, term.Value)).ToArray();
        var values = named.Select(term => term.Value).ToArray();
        var there = await db.Terms.Where(term => values.Contains(term.Value)).Select(term => new { term.Kind, term.Value }).Distinct().ToListAsync(ct);
        return new GoingPublic(types.PathOf(item.Type, found.Versions[0].Slug ?? item.Slug))
        {
            Facts = [.. type.FieldsOf(body, say).Where(fact => fact is { Kind: NamedTextKind.Plain, Text.Length: > 0 and <= LongestFact } && fact.Text != facts.Title && fact.Text != facts.Summary)],
            NewTerms = [.. named.Where(term => !there.Any(known => known.Kind == term.Kind && known.Value == term.Value) && !IsNamed(term)).Select(term => term.Label)],
            Files = await FilesAsync(db, item, ct),
            Hosts = await hosts.AmongAsync(BodyJson.Write(body, type.BodyType), ct),
        };
    }

    private bool IsNamed(ContentTerm term) => NamedKind.Find(term.Kind) is { } kind && tenant.Settings.TermOf(kind, term.Value) is not null;

    private static async Task<IReadOnlyList<FileGoingPublic>> FilesAsync(PortalDb db, ContentItem item, CancellationToken ct)
    {
        var live = db.Items.Where(other => other.State == ContentState.Published || other.State == ContentState.Archived);
        return await (from use in db.FileUses
                      where use.ItemId == item.Id && use.Version == item.LatestVersion
                      join file in db.Files on use.FileId equals file.Id
                      orderby file.Id
                      select new FileGoingPublic(file.Id, file.Title, !db.Set<FileUse>().Any(other => other.FileId == file.Id && live.Any(one => one.Id == other.ItemId && one.LiveVersion == other.Version)))).ToListAsync(ct);
    }
}

/// <summary>What readers get with a version.</summary>
/// <param name="Path">Where they will find it, below the site's root.</param>
public sealed record GoingPublic(string Path)
{
    /// <summary>Its fields in words, without its text.</summary>
    public IReadOnlyList<NamedText> Facts { get; init; } = [];

    /// <summary>Categories, fields, kinds and agencies that no public item of the site has; each becomes a choice for readers.</summary>
    public IReadOnlyList<string> NewTerms { get; init; } = [];

    public IReadOnlyList<FileGoingPublic> Files { get; init; } = [];

    /// <summary>Hosts it leads to that the site has never led to.</summary>
    public IReadOnlyCollection<string> Hosts { get; init; } = [];
}

/// <param name="IsNew">Nobody outside the desk could read it so far.</param>
public sealed record FileGoingPublic(long Id, string Title, bool IsNew);
