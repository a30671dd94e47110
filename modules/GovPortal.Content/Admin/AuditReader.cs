using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Admin;

/// <summary>Reads a site's audit log, newest first.</summary>
public sealed class AuditReader(Tenant tenant, PortalDbFactory databases, Texts texts)
{
    public const int PageSize = 50;

    private const string ActTexts = "audit.act.";

    public async Task<(int Total, IReadOnlyList<AuditLine> Lines)> ListAsync(AuditFilter filter, int page, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var wanted = await WordsAsync(db, filter, ct);
        var entries = Narrow(db, filter, wanted);
        var found = await entries.OrderByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await entries.CountAsync(ct), await NameAsync(db, found, ct));
    }

    /// <summary>Every entry that fits, oldest first, a batch at a time so that years of them fit through.</summary>
    public async IAsyncEnumerable<AuditLine> ReadAsync(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int Batch = 500;
        var last = 0L;
        IReadOnlyList<WantedWord>? wanted = null;
        while (true)
        {
            await using var db = databases.OpenFor(tenant);
            wanted ??= await WordsAsync(db, filter, ct);
            var found = await Narrow(db, filter, wanted).Where(e => e.Id > last).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
            foreach (var line in await NameAsync(db, found, ct))
            {
                yield return line;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Id;
        }
    }

    private static IQueryable<AuditEntry> Narrow(PortalDb db, AuditFilter filter, IReadOnlyList<WantedWord> words)
    {
        var entries = db.Audit.AsNoTracking();
        entries = filter.From is null ? entries : entries.Where(e => e.At >= filter.From);
        entries = filter.Until is null ? entries : entries.Where(e => e.At < filter.Until);
        entries = filter.ItemId is null ? entries : entries.Where(e => e.ItemId == filter.ItemId);
        foreach (var (typed, folded, acts, people) in words)
        {
            // Entries of before subjects were folded are found by what was typed.
            entries = entries.Where(e => e.Words.Contains(folded) || e.Subject.Contains(typed) || e.ByName!.Contains(folded) || acts.Contains(e.Act) || people.Contains(e.ById!.Value));
        }

        return entries;
    }

    /// <summary>What each word of the search may mean: part of a subject or sign-in name, acts that either language calls so, people who are called so today.</summary>
    private async Task<IReadOnlyList<WantedWord>> WordsAsync(PortalDb db, AuditFilter filter, CancellationToken ct)
    {
        var typed = VietnameseText.NormalizeLine(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (typed.Length == 0)
        {
            return [];
        }

        var acts = texts.KeysIn(Texts.Vietnamese).Where(key => key.StartsWith(ActTexts, StringComparison.Ordinal))
            .Select(key => (Act: key[ActTexts.Length..], Words: VietnameseText.Fold($"{texts.In(Texts.Vietnamese, key)} {texts.In(Texts.English, key)}"))).ToArray();
        var people = (await db.Users.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => (p.Id, Words: VietnameseText.Fold(p.Name))).ToArray();
        return [.. typed.Select(word => (Typed: word, Folded: VietnameseText.Fold(word))).Select(word => new WantedWord(word.Typed, word.Folded,
            [.. acts.Where(a => a.Words.Contains(word.Folded, StringComparison.Ordinal)).Select(a => a.Act)],
            [.. people.Where(p => p.Words.Contains(word.Folded, StringComparison.Ordinal)).Select(p => p.Id)]))];
    }

    private static async Task<IReadOnlyList<AuditLine>> NameAsync(PortalDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        var people = entries.Select(e => e.ById).OfType<Guid>().Distinct().ToArray();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. entries.Select(e => new AuditLine(e, e.ById is { } by ? names.GetValueOrDefault(by) : null))];
    }

    private sealed record WantedWord(string Typed, string Folded, string[] Acts, Guid[] People);
}

/// <param name="Words">Each is part of the subject, of the name of who did it, or of what the act is called; diacritics may be missing.</param>
public sealed record AuditFilter(DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Words = null, long? ItemId = null);

/// <param name="Name">The person's name today; null when nobody, or nobody known any more, did it.</param>
public sealed record AuditLine(AuditEntry Entry, string? Name);
