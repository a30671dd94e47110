using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>What the agency promises and asks for, for one procedure. Saving makes a version that new dossiers begin with.</summary>
[Authorize(Permission.ManageSite)]
public sealed class EditServicePage(OneStopServices services, DossierRegister register, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Before the name of a paper that may be left out.</summary>
    public const string Optional = "?";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? Fee { get; set; }

    /// <summary>One a line; those that may be left out begin with <see cref="Optional"/>.</summary>
    [BindProperty]
    public string? Papers { get; set; }

    /// <summary>One a line, in their order.</summary>
    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    public Service Service { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        var terms = Service.Terms;
        (Name, Result) = (Service.Name, terms.Result);
        (Days, Hours, Fee) = (terms.Days?.ToString(CultureInfo.InvariantCulture), terms.Hours?.ToString(CultureInfo.InvariantCulture), terms.Fee.ToString("0", CultureInfo.InvariantCulture));
        (Papers, Units) = (string.Join('\n', terms.Papers.Select(p => (p.IsRequired ? "" : Optional) + p.Name)), string.Join('\n', terms.Units));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        var terms = new ServiceTerms
        {
            Days = (int?)Number(Days, nameof(Days), isWhole: true),
            Hours = Number(Hours, nameof(Hours), isWhole: false),
            Fee = Number(Fee, nameof(Fee), isWhole: true) ?? 0,
            Papers = [.. LinesOf(Papers).Select(line => new ServicePaper(line.TrimStart(Optional[0], ' '), !line.StartsWith(Optional, StringComparison.Ordinal)))],
            Units = [.. LinesOf(Units).Distinct(StringComparer.Ordinal)],
            Result = string.IsNullOrWhiteSpace(Result) ? null : VietnameseText.NormalizeLine(Result),
        };
        if (!ModelState.IsValid || ModelState.Refused(await services.SaveAsync(Service.Code, VietnameseText.NormalizeLine(Name ?? ""), Service.Field, terms, ct), texts, site))
        {
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "dossier.service", Service.Code, User.PersonId(), ct, before: Service.Terms, after: terms);
        TempData["done"] = "onestop.done.service";
        return LocalRedirect(site.Link("/quan-tri/mot-cua/dich-vu"));
    }

    private async Task<bool> TryLoadAsync(long id, CancellationToken ct)
    {
        var found = await register.ServiceAsync(id, ct);
        Service = found!;
        return found is { IsCurrent: true };
    }

    private decimal? Number(string? text, string field, bool isWhole)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (decimal.TryParse(text.Trim(), isWhole ? NumberStyles.None : NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 10_000_000_000m && (field != nameof(Days) || number <= int.MaxValue))
        {
            return number;
        }

        ModelState.Refused(new Refusal("onestop.service.number", field, text.Length > 40 ? text[..40] : text), texts, site);
        return null;
    }

    private static IEnumerable<string> LinesOf(string? text) => (text ?? "").Split('\n').Select(VietnameseText.NormalizeLine).Where(line => line.Length > 0);
}
