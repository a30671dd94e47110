using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Checking;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>How often a page was found useful on a day, and how often not. Nothing is known of who said so.</summary>
public sealed class UsefulCount : ISiteRow
{
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public DateOnly Day { get; set; }
    public int Yes { get; set; }
    public int No { get; set; }
}

/// <summary>What somebody missed on a page, in their words.</summary>
public sealed class MissingThing : ISiteRow
{
    public const int TextLength = 500;

    public long Id { get; set; }
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>
/// Takes whether a page was of use: once a day for each page and visitor. Who has answered is known for a day at most, in memory alone, as a print under a key
/// that never leaves it: nothing that leads to a person is written anywhere.
/// </summary>
public sealed class UsefulVotes(PortalDbFactory databases, ContentTypes types, ModuleList modules, TimeProvider clock) : IDisposable
{
    // Prints of a day; beyond it answers are taken and not counted.
    private const int MostPrints = 200_000;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly AttemptLimit byNetwork = new(60, TimeSpan.FromMinutes(10));
    private readonly HashSet<string> prints = [];
    private DateOnly day;

    /// <summary>The live item at an address below a site's root; null where there is none.</summary>
    public async Task<(long Id, string Title, string Path)?> FindAsync(Tenant site, string? path, CancellationToken ct)
    {
        if (path is null or { Length: > ContentFacts.KeyLength } || path.Trim('/').Split('/') is not ([.., { Length: > 0 } slug] and { Length: 1 or 2 } parts))
        {
            return null;
        }

        var type = types.All.FirstOrDefault(one => one.Path == (parts.Length == 2 ? parts[0] : "") && modules.IsOn(one.Module, site));
        await using var db = databases.OpenFor(site);
        var found = type is null ? null : await db.Items.AsNoTracking().Where(i => i.Type == type.Name && i.Slug == slug && i.State == ContentState.Published).Select(i => new { i.Id, i.Title, i.Slug }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Id, found.Title, types.PathOf(type!.Name, found.Slug));
    }

    /// <summary>Counts an answer, if it is the visitor's first of the day for this page.</summary>
    /// <returns>False when there were too many from this network.</returns>
    public async Task<bool> TryCountAsync(Tenant site, long item, bool isUseful, string network, string? browser, CancellationToken ct)
    {
        if (!byNetwork.TryEnter(network))
        {
            return false;
        }

        var today = new TenantClock(site, clock).Today;
        if (!IsFirst(today, $"{site.Id} {item} {network} {browser}"))
        {
            return true;
        }

        await using var db = databases.OpenFor(site);
        await db.TryAddAsync(new UsefulCount { TenantId = site.Id, ItemId = item, Day = today }, ct);
        var (yes, no) = isUseful ? (1, 0) : (0, 1);
        await db.UsefulCounts.Where(c => c.ItemId == item && c.Day == today).ExecuteUpdateAsync(set => set.SetProperty(c => c.Yes, c => c.Yes + yes).SetProperty(c => c.No, c => c.No + no), ct);
        return true;
    }

    /// <summary>Keeps what somebody missed; numbers that could be a person's are taken out.</summary>
    public async Task<Refusal?> AddMissingAsync(Tenant site, long item, string? text, CancellationToken ct)
    {
        var said = VietnameseText.NormalizeLine(text ?? "");
        if ((Checks.Required(said, "Text").FirstOrDefault() ?? Checks.NotLonger(said, MissingThing.TextLength, "Text").FirstOrDefault()) is { } refusal)
        {
            return refusal;
        }

        await using var db = databases.OpenFor(site);
        db.MissingThings.Add(new MissingThing { TenantId = site.Id, ItemId = item, Text = Masking.InAnybodys(said), At = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public void Dispose() => byNetwork.Dispose();

    private bool IsFirst(DateOnly today, string who)
    {
        lock (prints)
        {
            if (day != today)
            {
                prints.Clear();
                day = today;
                RandomNumberGenerator.Fill(key);
            }

            return prints.Count < MostPrints && prints.Add(Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(who))));
        }
    }
}
