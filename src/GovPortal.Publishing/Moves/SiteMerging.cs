using GovPortal.Core.Checking;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Redirects;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Rows;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>Agencies that become part of another: their content, files and people go over in one transaction, and every old address leads to the new one.</summary>
public sealed class SiteMerging(DatabaseSetup database, TenantDirectory directory, ContentTypes types, PublicationLog log, AuditTrail audit, MoveHistory book, TimeProvider clock)
{
    /// <summary>Counts what would go over; changes nothing.</summary>
    public async Task<(IReadOnlyList<Refusal> Refusals, MergePreview Preview)> PreviewAsync(MergeOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (MoveRules.Check(order, directory) is { Count: > 0 } refusals)
        {
            return (refusals, new MergePreview([]));
        }

        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        var into = directory.FindByName(order.Into)!;
        var room = await TakingSite.ReadAsync(whole, into, ct);
        var sites = new List<GivenSite>();
        foreach (var name in order.From)
        {
            sites.Add(await CountAsync(whole, await MergePlan.MakeAsync(whole, directory.FindByName(name)!, room, ct), ct));
        }

        return ([], new MergePreview(sites));
    }

    /// <returns>Why it cannot be done, or the number under which it can be taken back.</returns>
    public async Task<(IReadOnlyList<Refusal> Refusals, int Move)> MergeAsync(MergeOrder order, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (MoveRules.Check(order, directory) is { Count: > 0 } refusals)
        {
            return (refusals, 0);
        }

        var (into, givers) = (directory.FindByName(order.Into)!, order.From.Select(name => directory.FindByName(name)!).ToArray());
        IReadOnlyList<LogEntry> entries;
        SiteMove move;
        await using (var whole = await WholeDatabase.WriteAsync(database, ct))
        {
            await PublicationLog.QueueWriterAsync(whole.Context, ct);
            var children = directory.All.Where(site => givers.Any(giver => giver.Name == site.ParentName)).ToArray();
            var journal = MoveJournal.Empty with { Sites = [.. givers.Concat(children).DistinctBy(site => site.Id).Select(MoveHistory.BeforeOf)] };
            var room = await TakingSite.ReadAsync(whole, into, ct);
            foreach (var giver in givers)
            {
                journal = await GiveAsync(whole, await MergePlan.MakeAsync(whole, giver, room, ct), into, journal, ct);
            }

            move = await MoveHistory.WriteAsync(whole.Context, new SiteMove { Kind = MoveKind.Merge, Sites = string.Join(' ', givers.Select(giver => giver.Name)), Into = into.Name, At = clock.GetUtcNow(), Journal = "" }, journal, ct);
            await CloseAsync(whole.Context, order, givers, children, ct);
            audit.Note(whole.Context, directory.Portal ?? into, "site.merge", into.Title, by, before: new { Sites = order.From }, after: new { into.Name, Items = journal.Items.Count, People = journal.People.Count, order.On });
            entries = await book.TellAsync(whole.Context, [.. givers, .. children, into], [.. journal.Items.Select(item => item.Id)], ct);
            await whole.CommitAsync(ct);
        }

        log.Signal(entries);
        await directory.ReloadAsync([.. entries.Where(entry => entry.Act == PublicationAct.SiteChanged).Select(entry => entry.TenantId)], ct);
        return ([], move.Id);
    }

    private static async Task<GivenSite> CountAsync(WholeDatabase whole, MergePlan plan, CancellationToken ct)
    {
        var db = whole.Context;
        db.Enter(DataScope.Site, plan.From.Id);
        var going = db.Items.Where(item => item.Type != MergePlan.PageType);
        var files = await db.FileUses.Where(use => going.Any(item => item.Id == use.ItemId)).Select(use => use.FileId).Distinct().CountAsync(ct);
        var people = await db.Memberships.Where(role => role.TenantId == plan.From.Id).Select(role => role.PersonId).Distinct().CountAsync(ct);
        var children = await db.Tenants.CountAsync(site => site.ParentName == plan.From.Name, ct);
        return new GivenSite(plan.From.Name, plan.Items.Count, plan.Known.Count, plan.Items.Count(item => item.NewSlug != item.Slug), plan.Pages, files, people, children);
    }

    private async Task<MoveJournal> GiveAsync(WholeDatabase whole, MergePlan plan, Tenant into, MoveJournal journal, CancellationToken ct)
    {
        var (db, from) = (whole.Context, plan.From.Id);
        await KeepRedirectsAsync(db, plan, into, ct);
        await RowMoves.MoveAsync(db, plan.Items.Where(item => item.IsPlain).Select(item => item.Id), into.Id, ct);
        foreach (var item in plan.Items.Where(item => !item.IsPlain))
        {
            await RowMoves.MoveAsync(db, item.Id, into.Id, item.NewSlug, item.KeepsKey ? item.SourceKey : null, ct);
        }

        await RowMoves.FollowAsync(whole, from, into.Id, ct);
        await RowMoves.AddressesFollowAsync(whole, from, into.Id, ct);
        await RowMoves.AddAddressesAsync(db, [.. plan.Items.Where(item => item.IsLive && item.NewSlug != item.Slug).Select(item => (item.Id, item.Type, item.NewSlug))], into.Id, ct);
        var files = await RowMoves.FilesFollowAsync(db, from, into.Id, ct);
        var roles = await GiveRolesAsync(db, plan.From, into, ct);
        return journal with
        {
            Items = [.. journal.Items, .. plan.Items.Select(item => new MovedItem(item.Id, from, item.Type, item.Slug, item.SourceKey))],
            Files = [.. journal.Files, .. files],
            People = [.. journal.People, .. roles],
        };
    }

    /// <summary>Every address of what goes, former ones too, leads to where it stands then.</summary>
    private async Task KeepRedirectsAsync(PortalDb db, MergePlan plan, Tenant into, CancellationToken ct)
    {
        var former = (await RowMoves.All<ItemAddress>(db).AsNoTracking().Where(address => address.TenantId == plan.From.Id).Select(address => new { address.ItemId, address.Slug }).ToListAsync(ct)).ToLookup(address => address.ItemId, address => address.Slug);
        var wanted = plan.Items.SelectMany(item => former[item.Id].Append(item.Slug).Distinct().Select(slug => (From: types.PathOf(item.Type, slug), To: types.PathOf(item.Type, item.NewSlug))))
            .Concat(plan.Known.Select(item => (From: types.PathOf(item.Type, item.Slug), To: types.PathOf(item.Type, item.OtherSlug)))).DistinctBy(pair => OldAddress.KeyOf(pair.From)).ToArray();
        var known = await RowMoves.All<SiteRedirect>(db).Where(redirect => redirect.TenantId == plan.From.Id).ToDictionaryAsync(redirect => redirect.From, ct);
        var now = clock.GetUtcNow();
        foreach (var (from, to) in wanted)
        {
            if (OldAddress.KeyOf(from) is { } key && !known.ContainsKey(key))
            {
                db.Add(new SiteRedirect { TenantId = plan.From.Id, From = key, To = to, ToSite = into.Name, CreatedAt = now });
            }
        }

        // What led to one of them from the system before goes straight on.
        var moved = wanted.ToDictionary(pair => pair.From, pair => pair.To);
        foreach (var redirect in known.Values.Where(redirect => redirect.ToSite is null && moved.ContainsKey(redirect.To)))
        {
            (redirect.To, redirect.ToSite) = (moved[redirect.To], into.Name);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static async Task<IReadOnlyList<MovedRole>> GiveRolesAsync(PortalDb db, Tenant from, Tenant into, CancellationToken ct)
    {
        var roles = await RowMoves.All<Membership>(db).AsNoTracking().Where(role => role.TenantId == from.Id || role.TenantId == into.Id).ToListAsync(ct);
        var given = roles.Where(role => role.TenantId == from.Id).Where(role => !roles.Any(other => other.TenantId == into.Id && other.PersonId == role.PersonId && other.Role == role.Role)).ToArray();
        db.Memberships.AddRange(given.Select(role => new Membership { PersonId = role.PersonId, TenantId = into.Id, Role = role.Role }));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return [.. given.Select(role => new MovedRole(role.PersonId, into.Id, role.Role.ToString()))];
    }

    private static async Task CloseAsync(PortalDb db, MergeOrder order, IReadOnlyList<Tenant> givers, IReadOnlyList<Tenant> children, CancellationToken ct)
    {
        var closing = new SiteClosing(order.On, [order.Into]) { Decision = order.Decision, LeadsOn = order.LeadsOn };
        foreach (var giver in givers)
        {
            await MoveHistory.ChangeAsync(db, giver.Id, settings => settings with { Closing = closing }, ct);
        }

        var ids = children.Select(child => child.Id).ToArray();
        foreach (var row in await db.Tenants.Where(row => ids.Contains(row.Id)).ToListAsync(ct))
        {
            row.ParentName = order.Into;
        }

        await db.SaveChangesAsync(ct);
    }
}
