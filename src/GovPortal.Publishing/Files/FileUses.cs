using System.Text.RegularExpressions;
using GovPortal.Core.Configuration;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Files;

/// <summary>Notes which files a version shows or links to, by the addresses in its text. What a file may be deleted by rests on it.</summary>
internal static partial class FileUses
{
    /// <summary>For all versions about to be saved; with them, in their transaction.</summary>
    public static async Task NoteAsync(PortalDb db, CancellationToken ct)
    {
        var named = db.ChangeTracker.Entries<ContentVersion>().Where(entry => entry.State == EntityState.Added)
            .Select(entry => (Version: entry.Entity, Prints: PrintsIn(entry.Entity.Body))).Where(n => n.Prints.Count > 0).ToArray();
        if (named.Length == 0)
        {
            return;
        }

        var prints = named.SelectMany(n => n.Prints).Distinct().ToArray();
        var files = await db.Files.Where(f => prints.Contains(f.Print)).Select(f => new { f.Id, f.Print }).ToListAsync(ct);
        db.FileUses.AddRange(from n in named
                             from file in files
                             where n.Prints.Contains(file.Print)
                             select new FileUse { TenantId = n.Version.TenantId, FileId = file.Id, ItemId = n.Version.ItemId, Version = n.Version.Number });
    }

    /// <summary>What <c>/tep/</c> addresses in a text name.</summary>
    public static HashSet<string> PrintsIn(string body) => [.. Address().Matches(body).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("/tep/([0-9a-f]{16})/")]
    private static partial Regex Address();
}
