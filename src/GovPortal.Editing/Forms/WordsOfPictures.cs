using GovPortal.Core.Tenancy;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>What an author says of a picture in a text stays with its file, where nobody has said anything of it yet: it is typed once.</summary>
public sealed class WordsOfPictures(Tenant tenant, PortalDbFactory databases, ContentTypes types, AuditTrail audit)
{
    private const int LongestAlt = 300;

    public async Task KeepAsync(object record, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        var type = types.Of(record.GetType());
        var facts = type.FactsOf(record);
        var said = type.FieldsOf(record, key => key).Where(field => field.Kind == NamedTextKind.Markup).SelectMany(field => TextPictures.In(field.Text))
            .Concat(TextPictures.In($"<img src=\"{facts.Picture}\" alt=\"{System.Net.WebUtility.HtmlEncode(facts.PictureAlt)}\">"))
            .Where(picture => picture.Alt is { Length: <= LongestAlt }).DistinctBy(picture => picture.Print).ToDictionary(picture => picture.Print, picture => picture.Alt);
        if (said.Count == 0)
        {
            return;
        }

        var prints = said.Keys.ToArray();
        await using var db = databases.OpenFor(tenant);
        foreach (var file in await db.Files.Where(f => prints.Contains(f.Print) && f.Alt == null && f.DeletedAt == null).ToListAsync(ct))
        {
            file.Alt = said[file.Print];
            file.FoldWords();
            audit.Note(db, tenant, "file.describe", file.Title, by, new { Alt = (string?)null }, new { file.Alt });
        }

        await db.SaveChangesAsync(ct);
    }
}
