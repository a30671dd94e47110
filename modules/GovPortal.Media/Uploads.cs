using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Media.Parsing;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Media;

/// <summary>Looks at what is uploaded before it is kept: size, kind, viruses, pictures.</summary>
internal sealed class Uploads(Tenant tenant, PortalDbFactory databases, SiteFiles files, FileStore store, UploadParser parser, VirusScanner scanner, MediaLimits limits) : IUploads
{
    private const int LongestTitle = 200;

    public async Task<Upload> TakeInAsync(IFormFile file, string? folder, Guid? by, CancellationToken ct)
    {
        var given = NameOf(file);
        if (await SizeRefusalAsync(file.Length, given, ct) is { } refusal)
        {
            return new Upload(null, refusal);
        }

        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, ct);
        var bytes = stream.ToArray();
        var verdict = FileKind.Of(bytes, given);
        if (verdict.Kind is { IsToBeInspected: true })
        {
            verdict = await parser.InspectAsync(tenant, bytes, ct);
        }

        if (verdict.Kind is not { } kind)
        {
            return Refused(verdict.Refusal!, verdict.Called is { } called ? $"{given} ({called})" : given);
        }

        if (await scanner.CheckAsync(bytes, ct) is ({ } unclean, var virus))
        {
            return Refused(unclean, virus is null ? given : $"{given} ({virus})");
        }

        var title = Path.GetFileNameWithoutExtension(given);
        var wanted = new StoredFile
        {
            Hash = "",
            Name = VietnameseText.Slug(title) + kind.Ending,
            Title = title.Length > 0 ? title : given,
            MediaType = kind.MediaType,
            Folder = string.IsNullOrWhiteSpace(folder) ? null : VietnameseText.NormalizeLine(folder),
            CreatedById = by,
        };
        return kind.IsPicture ? await TakePictureAsync(bytes, kind, wanted, given, ct) : await KeepAsync(bytes, wanted, ct);
    }

    private async Task<Upload> TakePictureAsync(byte[] bytes, FileKind kind, StoredFile wanted, string given, CancellationToken ct)
    {
        var (answer, payloads) = await parser.CleanPictureAsync(tenant, bytes, kind, ct);
        if (answer.Refusal is { } refusal)
        {
            return Refused(refusal, answer.Width > 0 ? string.Create(CultureInfo.InvariantCulture, $"{given} ({answer.Width} × {answer.Height})") : given);
        }

        var (clean, small) = (payloads[0], payloads[1]);
        (wanted.Width, wanted.Height) = (answer.Width, answer.Height);
        await store.WriteRenditionAsync(FileStore.HashOf(clean), PictureWidths.Smallest(answer.Width), ".webp", small, ct);
        return await KeepAsync(clean, wanted, ct);
    }

    private async Task<Upload> KeepAsync(byte[] bytes, StoredFile wanted, CancellationToken ct)
    {
        wanted.Hash = FileStore.HashOf(bytes);
        await using (var db = databases.OpenFor(tenant))
        {
            // The same bytes are one file, under the name it was first given.
            wanted.Name = await db.Files.Where(f => f.Hash == wanted.Hash && f.DeletedAt == null).OrderBy(f => f.Name == wanted.Name ? 0 : 1).ThenBy(f => f.Id).Select(f => f.Name).FirstOrDefaultAsync(ct) ?? wanted.Name;
        }

        return new Upload(await files.StoreAsync(bytes, wanted, ct), null);
    }

    private async Task<Refusal?> SizeRefusalAsync(long length, string given, CancellationToken ct)
    {
        if (length == 0)
        {
            return new Refusal("media.refused.empty", null, given);
        }

        if (length > limits.Largest)
        {
            return new Refusal("media.refused.too-large", null, string.Create(CultureInfo.InvariantCulture, $"{given} ({Size.Text(length)} > {Size.Text(limits.Largest)})"));
        }

        await using var db = databases.OpenFor(tenant);
        var used = await db.Files.SumAsync(f => f.Length, ct);
        return used + length > limits.Quota ? new Refusal("media.refused.no-room", null, string.Create(CultureInfo.InvariantCulture, $"{given} ({Size.Text(limits.Quota)})")) : null;
    }

    private static Upload Refused(string code, string value) => new(null, new Refusal(code, null, value));

    // Old browsers send the whole path.
    private static string NameOf(IFormFile file)
    {
        var name = VietnameseText.NormalizeLine(Path.GetFileName(file.FileName.Replace('\\', '/')));
        return name.Length <= LongestTitle ? name : name[..(LongestTitle - 10)] + Path.GetExtension(name)[..Math.Min(10, Path.GetExtension(name).Length)];
    }
}
