using System.Security.Cryptography;
using System.Text.Json;
using GovPortal.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.Mail;

/// <summary>A letter that waits to be sent. Gone once it is.</summary>
public sealed class OutboxLetter
{
    public Guid Id { get; set; }

    /// <summary>The letter, sealed with the installation's keys: links in it let people in.</summary>
    public required string Sealed { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextTryAt { get; set; }
    public int Tries { get; set; }
}

/// <summary>Takes letters in. Posting never waits for a mail server, and never breaks what it tells of.</summary>
public sealed class Outbox(PortalDbFactory databases, IDataProtectionProvider keys, TimeProvider clock)
{
    private readonly IDataProtector seal = keys.CreateProtector("outbox");
    private volatile TaskCompletionSource posted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when something was posted after it was asked for.</summary>
    internal Task Posted => posted.Task;

    /// <summary>Posts together with what the caller saves: both are kept, or neither. Call <see cref="Wake"/> afterwards.</summary>
    public void Add(PortalDb db, Letter letter)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.GetUtcNow();
        db.Outbox.Add(new OutboxLetter { Id = Guid.CreateVersion7(now), Sealed = seal.Protect(JsonSerializer.Serialize(letter)), CreatedAt = now, NextTryAt = now });
    }

    /// <summary>Sends what was saved now rather than at the next look.</summary>
    public void Wake() => Interlocked.Exchange(ref posted, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Posts at once.</summary>
    public async Task PostAsync(Letter letter, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        Add(db, letter);
        await db.SaveChangesAsync(ct);
        Wake();
    }

    /// <exception cref="CryptographicException">The installation's keys are not those it was sealed with.</exception>
    internal Letter Open(OutboxLetter waiting) => JsonSerializer.Deserialize<Letter>(seal.Unprotect(waiting.Sealed))!;
}
