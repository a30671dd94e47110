using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Files;

/// <summary>Takes in what people upload to the visited site, once it is known to be what it says, sound, and not too large.</summary>
public interface IUploads
{
    /// <summary>Bytes of one request; many files may come at once from a form without scripts. How large one file may be, the library says.</summary>
    const long LargestRequest = 1L << 30;

    /// <param name="file">Name, bytes and length as they came.</param>
    /// <param name="folder">Where it is put in the library; null for nowhere in particular.</param>
    /// <param name="by">Who uploads it.</param>
    Task<Upload> TakeInAsync(IFormFile file, string? folder, Guid? by, CancellationToken ct);
}

/// <summary>The uploads of a site, for commands that speak for many.</summary>
public delegate IUploads UploadsOf(Tenant tenant);

/// <summary>What became of an upload: the file, or why not.</summary>
public sealed record Upload(StoredFile? File, Refusal? Refusal);
