using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Rows;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>Ends agencies, gives sites other names, and takes back what was done within thirty days.</summary>
public sealed class SiteClosings(DatabaseSetup database, TenantDirectory directory, PublicationLog log, AuditTrail audit, MoveHistory book, TimeProvider clock)
{
    /// <summary>Why an agency cannot end so; empty when it can.</summary>
    public IReadOnlyList<Refusal> Check(CloseOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return MoveRules.Check(order, directory);
    }

    /// <returns>Why it cannot be done, or the number under which it can be taken back.</returns>
    public async Task<(IReadOnlyList<Refusal> Refusals, int Move)> CloseAsync(CloseOrder order, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (MoveRules.Check(order, directory) is { Count: > 0 } refusals)
        {
            return (refusals, 0);
        }

        var site = directory.FindByName(order.Name)!;
        var closing = new SiteClosing(order.On, order.Successors) { Decision = order.Decision, LeadsOn = order.LeadsOn };
        var move = new SiteMove { Kind = MoveKind.Close, Sites = site.Name, Into = order.Successors.FirstOrDefault() ?? "", At = clock.GetUtcNow(), Journal = "" };
        await DoAsync([site], move, async db =>
        {
            await MoveHistory.ChangeAsync(db, site.Id, settings => settings with { Closing = closing }, ct);
            audit.Note(db, directory.Portal ?? site, "site.close", site.Title, by, after: new { order.On, order.Successors, order.Decision });
        }, ct);
        return ([], move.Id);
    }

    /// <summary>Gives a site another name, title or host. The former ones lead to it.</summary>
    /// <param name="order">Checked as a new site's names are.</param>
    public async Task<int> RenameAsync(Tenant site, RenameOrder order, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(order);
        var name = order.NewName ?? site.Name;
        var host = order.Host is null ? site.Host : order.Host.Length == 0 ? null : order.Host;
        var children = directory.All.Where(child => child.ParentName == site.Name).ToArray();
        var move = new SiteMove { Kind = MoveKind.Rename, Sites = site.Name, Into = name, At = clock.GetUtcNow(), Journal = "" };
        await DoAsync([site, .. children], move, async db =>
        {
            await MoveHistory.ChangeAsync(db, site.Id, settings => settings with
            {
                FormerNames = name == site.Name ? settings.FormerNames : [.. settings.FormerNames.Except([name, site.Name]), site.Name],
                FormerHosts = host == site.Host || site.Host is null ? settings.FormerHosts : [.. settings.FormerHosts.Except([host ?? "", site.Host]), site.Host],
            }, ct);
            var row = await db.Tenants.SingleAsync(one => one.Id == site.Id, ct);
            (row.Name, row.Title, row.Host) = (name, order.Title ?? site.Title, host);
            var ids = children.Select(child => child.Id).ToArray();
            await db.Tenants.Where(child => ids.Contains(child.Id)).ForEachAsync(child => child.ParentName = name, ct);
            audit.Note(db, directory.Portal ?? site, "site.rename", site.Title, by, before: new { site.Name, site.Title, site.Host }, after: new { Name = name, row.Title, Host = host });
        }, ct);
        return move.Id;
    }

    /// <summary>Takes a reorganisation back: what went over returns, with what was changed there since.</summary>
    /// <returns>Why it cannot be taken back; null when it was.</returns>
    public async Task<Refusal?> UndoAsync(int number, Guid? by, CancellationToken ct)
    {
        var moves = await book.ListAsync(ct);
        if (moves.FirstOrDefault(one => one.Id == number) is not { } move)
        {
            return new Refusal("moves.undo.unknown", "number", RowMoves.Number(number));
        }

        if (!book.IsOpen(move))
        {
            return new Refusal(move.UndoneAt is null ? "moves.undo.late" : "moves.undo.done", "number", RowMoves.Number(number));
        }

        var journal = BodyJson.Read<MoveJournal>(move.Journal);
        if (moves.FirstOrDefault(later => later.Id > number && later.UndoneAt is null && BodyJson.Read<MoveJournal>(later.Journal).Sites.Any(site => journal.Sites.Any(own => own.Id == site.Id))) is { } after)
        {
            return new Refusal("moves.undo.later-first", "number", RowMoves.Number(after.Id));
        }

        IReadOnlyList<LogEntry> entries;
        var touched = journal.Sites.Select(site => directory.FindById(site.Id)).Append(directory.FindByName(move.Into)).OfType<Tenant>().DistinctBy(site => site.Id).ToArray();
        await using (var whole = await WholeDatabase.WriteAsync(database, ct))
        {
            await PublicationLog.QueueWriterAsync(whole.Context, ct);
            await MoveUndoing.ApplyAsync(whole, move, journal, directory.FindByName(move.Into), ct);
            var row = await whole.Context.Set<SiteMove>().SingleAsync(one => one.Id == number, ct);
            row.UndoneAt = clock.GetUtcNow();
            audit.Note(whole.Context, directory.Portal!, "site.undo", move.Sites, by, before: new { move.Kind, move.Into, move.At });
            entries = await book.TellAsync(whole.Context, touched, [.. journal.Items.Select(item => item.Id)], ct);
            await whole.CommitAsync(ct);
        }

        await FinishAsync(entries, ct);
        return null;
    }

    private async Task DoAsync(IReadOnlyList<Tenant> sites, SiteMove move, Func<PortalDb, Task> change, CancellationToken ct)
    {
        IReadOnlyList<LogEntry> entries;
        await using (var whole = await WholeDatabase.WriteAsync(database, ct))
        {
            await PublicationLog.QueueWriterAsync(whole.Context, ct);
            await MoveHistory.WriteAsync(whole.Context, move, MoveJournal.Empty with { Sites = [.. sites.Select(MoveHistory.BeforeOf)] }, ct);
            await change(whole.Context);
            entries = await book.TellAsync(whole.Context, sites, [], ct);
            await whole.CommitAsync(ct);
        }

        await FinishAsync(entries, ct);
    }

    private async Task FinishAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        log.Signal(entries);
        await directory.ReloadAsync([.. entries.Where(entry => entry.Act == PublicationAct.SiteChanged).Select(entry => entry.TenantId)], ct);
    }
}
