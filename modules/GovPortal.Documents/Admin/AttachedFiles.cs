using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Documents.Admin;

/// <summary>Keeps the files of a document as they were uploaded; what they are, their first bytes tell, not their names.</summary>
public sealed class AttachedFiles(SiteFiles files)
{
    private const int Largest = 20 * 1024 * 1024;

    /// <returns>The file with its address below the site's root, or why it is not kept.</returns>
    public async Task<(DocumentFile? File, Refusal? Refusal)> StoreAsync(IFormFile upload, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = VietnameseText.NormalizeLine(Path.GetFileName(upload.FileName));
        if (upload.Length > Largest)
        {
            return (null, new Refusal("documents.form.file.too-large", "Uploads", name));
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, ct);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (FileKind.Of(bytes.ToArray(), ending) is not { } mediaType)
        {
            return (null, new Refusal("documents.form.file.unknown", "Uploads", name));
        }

        var stored = await files.StoreAsync(bytes.ToArray(), VietnameseText.Slug(Path.GetFileNameWithoutExtension(name)) + ending, mediaType, ct);
        return (new DocumentFile(name, SiteFiles.PathOf(stored)), null);
    }
}
