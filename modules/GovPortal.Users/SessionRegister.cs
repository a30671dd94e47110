using System.Collections.Concurrent;
using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Who is signed in where. A session ended here is over at its next request, in other processes within half a minute.</summary>
public sealed class SessionRegister(PortalDbFactory databases, TimeProvider clock)
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    // Beyond this many, those nobody has asked about lately are forgotten; they are only asked again.
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> known = new();

    public async Task<Guid> BeginAsync(Guid person, string device, string address, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        await db.Sessions.Where(s => s.SeenAt < now - Life - SeenEvery).ExecuteDeleteAsync(ct);
        var session = new PersonSession { Id = Guid.NewGuid(), PersonId = person, CreatedAt = now, SeenAt = now, Device = device, Address = address };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        Know(session.Id, now);
        return session.Id;
    }

    /// <summary>Whether a session goes on; notes, now and then, that it was seen.</summary>
    public async Task<bool> IsOpenAsync(Guid id, string address, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(id, out var asked) && now - asked < Trust)
        {
            return true;
        }

        await using var db = databases.OpenInstallation();
        if (await db.Sessions.AsNoTracking().Where(s => s.Id == id).Select(s => (DateTimeOffset?)s.SeenAt).SingleOrDefaultAsync(ct) is not { } seen)
        {
            known.TryRemove(id, out _);
            return false;
        }

        if (now - seen >= SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.Address, address), ct);
        }

        Know(id, now);
        return true;
    }

    /// <summary>A person's sessions, the latest first.</summary>
    public async Task<IReadOnlyList<PersonSession>> OfAsync(Guid person, CancellationToken ct)
    {
        var earliest = clock.GetUtcNow() - Life - SeenEvery;
        await using var db = databases.OpenInstallation();
        return await db.Sessions.AsNoTracking().Where(s => s.PersonId == person && s.SeenAt >= earliest).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.CreatedAt).ToListAsync(ct);
    }

    /// <summary>Ends one session of a person.</summary>
    /// <returns>What ended; empty when it was over already.</returns>
    public Task<IReadOnlyList<PersonSession>> EndAsync(Guid person, Guid id, CancellationToken ct) => EndAsync(sessions => sessions.Where(s => s.PersonId == person && s.Id == id), ct);

    /// <summary>Ends every session of a person.</summary>
    /// <param name="but">The one that goes on; null ends all.</param>
    /// <returns>What ended.</returns>
    public Task<IReadOnlyList<PersonSession>> EndAllAsync(Guid person, Guid? but, CancellationToken ct) => EndAsync(sessions => sessions.Where(s => s.PersonId == person && s.Id != but), ct);

    private async Task<IReadOnlyList<PersonSession>> EndAsync(Func<IQueryable<PersonSession>, IQueryable<PersonSession>> which, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        var ended = await which(db.Sessions.AsNoTracking()).ToListAsync(ct);
        var ids = ended.Select(s => s.Id).ToArray();
        await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(ct);
        foreach (var id in ids)
        {
            known.TryRemove(id, out _);
        }

        return ended;
    }

    private void Know(Guid id, DateTimeOffset now)
    {
        known[id] = now;
        if (known.Count > MostKnown)
        {
            foreach (var (old, _) in known.Where(k => now - k.Value >= Trust))
            {
                known.TryRemove(old, out _);
            }
        }
    }
}
