using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>Tells whether the English side of an item still follows its Vietnamese one (NĐ 42/2022/NĐ-CP Điều 7 asks for English that is kept up).</summary>
public sealed class EnglishSides(Tenant tenant, PortalDbFactory databases, ContentTypes types)
{
    // Whoever has changed one side this often without the other has long been told.
    private const int MostVersions = 50;

    /// <summary>Since when each side of the newest version stands as it does; null where its type has one side, or nothing is written in English.</summary>
    public async Task<EnglishSide?> FindAsync(ContentItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        await using var db = databases.OpenFor(tenant);
        var type = types.Of(item.Type);
        var versions = await db.Versions.Where(v => v.ItemId == item.Id).OrderByDescending(v => v.Number).Take(MostVersions).Select(v => new { v.Number, v.Body }).ToListAsync(ct);
        var sides = versions.Select(v => (v.Number, Sides: type.SidesOf(BodyJson.Read(v.Body, type.BodyType)))).ToArray();
        if (sides is not [(_, { English: not null } newest), ..])
        {
            return null;
        }

        return new EnglishSide(
            sides.TakeWhile(version => version.Sides!.English == newest.English).Last().Number,
            sides.TakeWhile(version => version.Sides!.Vietnamese == newest.Vietnamese).Last().Number);
    }
}

/// <param name="EnglishSince">The version in which the English words came to stand as they do.</param>
/// <param name="VietnameseSince">The same of the Vietnamese words.</param>
public sealed record EnglishSide(int EnglishSince, int VietnameseSince)
{
    /// <summary>True where the Vietnamese words changed and the English ones did not follow.</summary>
    public bool IsOlder => VietnameseSince > EnglishSince;
}
