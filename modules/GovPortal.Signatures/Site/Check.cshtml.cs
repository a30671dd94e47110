using System.Security.Cryptography;
using GovPortal.Core.Security;
using GovPortal.Signatures.Serving;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Signatures.Site;

/// <summary>Anybody has a signed PDF checked. Nothing of it is kept, so there is nothing a forged form could do.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class CheckPage(Checker checker, TrustList trust, CheckLimits limits, TimeProvider clock) : PageModel
{
    /// <summary>Bytes of one request; how large a file may be, <see cref="CheckLimits"/> says.</summary>
    private const long LargestRequest = (CheckLimits.MostMiB + 1L) << 20;

    [BindProperty(Name = "File")]
    public IFormFile? Chosen { get; set; }

    public int LargestMiB => limits.LargestMiB;

    /// <summary>Key of the sentence that says why nothing was checked; null otherwise.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Null before something was checked.</summary>
    public SignatureReport? Report { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, so that a printed report says which file it is of.</summary>
    public string Print { get; private set; } = "";

    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Whether the installation trusts anybody at all.</summary>
    public bool HasTrust { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (!limits.MayAskFrom(ClientNetwork.Of(HttpContext)))
        {
            Response.Headers.RetryAfter = "60";
            return Refuse("signatures.check.too-often", StatusCodes.Status429TooManyRequests);
        }

        if (Chosen is not { Length: > 0 } file)
        {
            return Refuse("signatures.check.nothing", StatusCodes.Status400BadRequest);
        }

        if (file.Length > limits.Largest)
        {
            return Refuse("signatures.check.too-large", StatusCodes.Status413PayloadTooLarge);
        }

        using var turn = await limits.TurnAsync(ct);
        if (!turn.IsAcquired)
        {
            Response.Headers.RetryAfter = "30";
            return Refuse("signatures.check.busy", StatusCodes.Status503ServiceUnavailable);
        }

        var trusted = await trust.ReadAsync(ct);
        await using var bytes = file.OpenReadStream();
        (FileName, HasTrust, CheckedAt) = (Path.GetFileName(file.FileName), trusted.Trusted.Count > 0, clock.GetUtcNow());
        Print = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
        bytes.Position = 0;
        Report = await checker.CheckAsync(bytes, trusted, ct);
        return Report is null ? Refuse("signatures.check.no-pdf", StatusCodes.Status422UnprocessableEntity) : Page();
    }

    private PageResult Refuse(string sentence, int status)
    {
        (Refusal, Response.StatusCode) = (sentence, status);
        return Page();
    }
}
