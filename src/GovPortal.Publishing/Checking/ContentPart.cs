using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Checking;

/// <summary>Whether what is derived from texts still says what they say: versions that items name, terms of live items, which version shows which file.</summary>
internal sealed class ContentPart(PortalDbFactory databases, TenantDirectory directory, ContentTypes types) : IInstallationCheck
{
    private const int AtOnce = 200;

    public string Part => "content";

    public async Task CheckAsync(CheckRun run, CancellationToken ct)
    {
        foreach (var tenant in directory.All)
        {
            run.Tell(tenant.Name);
            await using var db = databases.OpenFor(tenant);
            await CheckVersionsAsync(db, tenant, run, ct);
            await CheckTermsAsync(db, tenant, run, ct);
            await CheckUsesAsync(db, tenant, run, ct);
        }
    }

    private async Task CheckVersionsAsync(PortalDb db, Tenant tenant, CheckRun run, CancellationToken ct)
    {
        run.Count("items", await db.Items.CountAsync(ct));
        run.Count("versions", await db.Versions.CountAsync(ct));
        var torn = await db.Items.AsNoTracking().Where(item => !db.Set<ContentVersion>().Any(version => version.ItemId == item.Id && version.Number == item.LatestVersion)
            || (item.LiveVersion != null && !db.Set<ContentVersion>().Any(version => version.ItemId == item.Id && version.Number == item.LiveVersion))).Select(item => new { item.Id, item.Title }).ToListAsync(ct);
        foreach (var item in torn)
        {
            run.Add(new Difference(Part, "missing", $"{tenant.Name} {item.Id}", $"A version that “{item.Title}” names is not there. Bring the database back from a backup."));
        }
    }

    private async Task CheckTermsAsync(PortalDb db, Tenant tenant, CheckRun run, CancellationToken ct)
    {
        var live = await db.Items.AsNoTracking().Where(item => item.State == ContentState.Published && item.LiveVersion != null).OrderBy(item => item.Id).Select(item => item.Id).ToListAsync(ct);
        foreach (var some in live.Chunk(AtOnce))
        {
            var rows = await (from item in db.Items.AsNoTracking()
                              where some.Contains(item.Id)
                              join version in db.Versions on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                              select new { Item = item, version.Body }).ToListAsync(ct);
            var carried = (await db.Terms.Where(term => some.Contains(term.ItemId)).ToListAsync(ct)).ToLookup(term => term.ItemId);
            foreach (var row in rows.Where(row => types.Find(row.Item.Type) is not null))
            {
                var type = types.Of(row.Item.Type);
                var facts = type.FactsOf(BodyJson.Read(row.Body, type.BodyType)).On(tenant);
                if (!facts.Terms.Select(term => (term.Kind, term.Value)).ToHashSet().SetEquals(carried[row.Item.Id].Select(term => (term.Kind, term.Value))))
                {
                    run.Add(new Difference(Part, "different", $"{tenant.Name} {row.Item.Id}", $"“{row.Item.Title}” is filed under other terms than its text says.") { IsMended = run.IsMending });
                    db.Terms.RemoveRange(run.IsMending ? carried[row.Item.Id] : []);
                    await SaveAsync(db, run, ct);
                    GoLive.AddTerms(db, row.Item, facts with { Terms = run.IsMending ? facts.Terms : [] });
                    await SaveAsync(db, run, ct);
                }
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task CheckUsesAsync(PortalDb db, Tenant tenant, CheckRun run, CancellationToken ct)
    {
        var files = (await db.Files.AsNoTracking().Select(file => new { file.Id, file.Print }).ToListAsync(ct)).ToLookup(file => file.Print, file => file.Id);
        var noted = (await db.FileUses.AsNoTracking().ToListAsync(ct)).ToDictionary(use => (use.FileId, use.ItemId, use.Version));
        var naming = db.Versions.AsNoTracking().Where(version => version.Body.Contains("/tep/")).OrderBy(version => version.Id).Select(version => new { version.ItemId, version.Number, version.Body });
        var missing = new List<FileUse>();
        await foreach (var version in naming.AsAsyncEnumerable().WithCancellation(ct))
        {
            missing.AddRange(FileUses.PrintsIn(version.Body).SelectMany(print => files[print]).Where(file => !noted.Remove((file, version.ItemId, version.Number)))
                .Select(file => new FileUse { TenantId = tenant.Id, FileId = file, ItemId = version.ItemId, Version = version.Number }));
        }

        run.Count("uses of files", missing.Count);
        foreach (var use in missing)
        {
            run.Add(new Difference(Part, "missing", $"{tenant.Name} {use.ItemId}", $"Version {use.Version} shows the file {use.FileId}, and that is not noted: readers would not get it.") { IsMended = run.IsMending });
        }

        db.FileUses.AddRange(run.IsMending ? missing : []);
        await SaveAsync(db, run, ct);
    }

    private static Task SaveAsync(PortalDb db, CheckRun run, CancellationToken ct) => run.IsMending ? db.SaveChangesAsync(ct) : Task.CompletedTask;
}
