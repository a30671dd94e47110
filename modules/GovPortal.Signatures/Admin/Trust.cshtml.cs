using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Signatures.Admin;

/// <summary>Whom the installation trusts: kept by administrators of the portal, on the portal.</summary>
[Authorize(Permission.ManagePortal)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class TrustPage(TrustList trust, VisitedSite site, Texts texts, TimeProvider clock) : PageModel
{
    private const long LargestRequest = TrustList.Largest + (1 << 20);

    [BindProperty]
    public TrustKind Kind { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Chosen { get; set; }

    public IReadOnlyList<TrustFile> Files { get; private set; } = [];

    /// <summary>Why a file was not taken, as a sentence.</summary>
    public string? Refusal { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        Files = await trust.ListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        if (await AddAsync(ct) is { } refusal)
        {
            Refusal = texts.Sentence(site.Language, refusal);
            Files = await trust.ListAsync(ct);
            return Page();
        }

        return Done();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        await trust.RemoveAsync(site.Tenant, id, User.PersonId(), ct);
        return Done();
    }

    private async Task<Refusal?> AddAsync(CancellationToken ct)
    {
        if (Chosen is not { Length: > 0 } file)
        {
            return new Refusal("signatures.trust.no-certificate", "File", "");
        }

        var name = Path.GetFileName(file.FileName);
        if (file.Length > TrustList.Largest)
        {
            return new Refusal("signatures.trust.too-large", "File", name);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return await trust.AddAsync(site.Tenant, Kind, name, bytes.ToArray(), User.PersonId(), User.Identity?.Name, ct);
    }

    private LocalRedirectResult Done()
    {
        TempData["done"] = "signatures.trust.done";
        return LocalRedirect(site.Link("/quan-tri/danh-sach-tin-cay"));
    }
}
