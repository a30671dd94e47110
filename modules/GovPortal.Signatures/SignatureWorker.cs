using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Work;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Signatures.Serving;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GovPortal.Signatures;

/// <summary>
/// Looks at the PDF files of all sites behind the scenes, one at a time, the sites in turn: new ones, all of them when the trust list changes, and each
/// once a week, for lists of revoked certificates run out. Twice does no harm, so servers need not agree.
/// </summary>
internal sealed class SignatureWorker(PortalDbFactory databases, TenantDirectory directory, FileStore store, TrustList trust, Checker checker, FileQueue queue, PublicationLog log, TimeProvider clock, ILogger<SignatureWorker> logger)
    : PollingWorker(clock, TimeSpan.FromSeconds(10))
{
    private const string Pdf = "application/pdf";

    private static readonly TimeSpan Again = TimeSpan.FromDays(7);

    // All sites are asked at least so often, whether or not anything is known to have happened.
    private static readonly TimeSpan Everybody = TimeSpan.FromHours(1);

    // Readers come first: the pages keep half of a core at the least.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private (string Trust, long Position) seen = ("", 0);
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;
    private Task added = Task.CompletedTask;

    protected override Task Woken => added;

    protected override async Task RunAsync(CancellationToken ct)
    {
        var trusted = await trust.ReadAsync(ct);
        var now = (Trust: trusted.Version, Position: await log.LastPositionAsync(ct));
        if (now != seen || added.IsCompleted || Clock.GetUtcNow() - askedAt > Everybody)
        {
            (askedAt, added) = (Clock.GetUtcNow(), queue.Added);
            await CheckAllAsync(trusted, ct);
            seen = now;
        }
    }

    // The database is away, or nothing can be started; what is to be done stands in the database.
    protected override void LogFault(Exception fault) =>
        logger.LogWarning(new EventId(1, "SignaturesStopped"), fault, "Signatures are not checked at present; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);

    // One file of each site that still has any, then the next of each.
    private async Task CheckAllAsync(TrustFiles trusted, CancellationToken ct)
    {
        for (var left = directory.All.ToList(); left.Count > 0;)
        {
            var more = new List<Tenant>();
            foreach (var tenant in left)
            {
                if (await CheckNextAsync(tenant, trusted, ct))
                {
                    more.Add(tenant);
                }
            }

            left = more;
        }
    }

    private async Task<bool> CheckNextAsync(Tenant tenant, TrustFiles trusted, CancellationToken ct)
    {
        var old = Clock.GetUtcNow() - Again;
        await using var db = databases.OpenFor(tenant);
        var next = await (from file in db.Files.AsNoTracking()
                          where file.MediaType == Pdf && file.DeletedAt == null
                          join known in db.FileSignatures on file.Id equals known.FileId into knowns
                          from known in knowns.DefaultIfEmpty()
                          where known == null || known.TrustVersion != trusted.Version || known.CheckedAt < old || (known.Report == "" && known.Attempts < FileSignatures.MostAttempts)
                          orderby file.Id descending
                          select file).FirstOrDefaultAsync(ct);
        if (next is null)
        {
            return false;
        }

        await CheckAsync(db, next, trusted, ct);
        await Task.Delay(Breath, Clock, ct);
        return true;
    }

    private async Task CheckAsync(PortalDb db, StoredFile file, TrustFiles trusted, CancellationToken ct)
    {
        var row = await db.FileSignatures.SingleOrDefaultAsync(f => f.FileId == file.Id, ct);
        if (row is null)
        {
            row = new FileSignatures { FileId = file.Id, TenantId = file.TenantId, TrustVersion = trusted.Version };
            db.FileSignatures.Add(row);
        }

        // Counted first: a file that ends the server is not begun a fourth time.
        var before = row.Report;
        (row.Attempts, row.TrustVersion, row.CheckedAt) = (row.TrustVersion == trusted.Version ? row.Attempts + 1 : 1, trusted.Version, Clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (await store.CheckAsync(file) is not FileState.Sound)
        {
            return;
        }

        await using var bytes = File.OpenRead(store.PathOf(file.Hash));
        var report = await checker.CheckAsync(bytes, trusted, ct) ?? new SignatureReport([], [], []);
        (row.Report, row.Attempts) = (JsonSerializer.Serialize(report, SignatureReport.Stored), 0);
        if (row.Report == before || (before.Length == 0 && report.Signatures.Count == 0))
        {
            await db.SaveChangesAsync(ct);
        }
        else
        {
            // Pages that show the file are let go, in every process.
            await log.AppendFileReadAsync(db, file, Clock.GetUtcNow(), ct);
        }
    }
}
