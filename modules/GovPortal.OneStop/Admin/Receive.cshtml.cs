using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>The counter: choose the service, enter who hands in what, and accept. Everything by keyboard; the receipt is printed from the next page.</summary>
[Authorize(Permission.ReceiveDossiers)]
public sealed class ReceivePage(DossierDesk desk, OneStopServices services, DossierRegister register, RolesOnSite roles, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Which words of consent the applicant is read; stored with the dossier. Their text stands in the language files.</summary>
    public const string ConsentVersion = "2026-1";

    private const int LongestPersonal = 200;

    [BindProperty(SupportsGet = true, Name = "dich-vu")]
    public long? ServiceId { get; set; }

    [BindProperty]
    public ApplicantKind Kind { get; set; }

    [BindProperty]
    public Channel Channel { get; set; } = Channel.Direct;

    [BindProperty]
    public string? ApplicantName { get; set; }

    [BindProperty]
    public string? Identity { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Residence { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    /// <summary>Numbers of the papers that lie in the dossier, from 0.</summary>
    [BindProperty]
    public int[] Papers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The service that was chosen; null while one is being chosen.</summary>
    public Service? Chosen { get; private set; }

    public IReadOnlyList<Service> Services { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Papers = Chosen is null ? [] : [.. Enumerable.Range(0, Chosen.Terms.Papers.Count).Where(n => Chosen.Terms.Papers[n].IsRequired)];
        return ServiceId is not null && Chosen is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(DossierAct.Accept, ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => EnterAsync(DossierAct.Decline, ct);

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => EnterAsync(DossierAct.AskBeforeAcceptance, ct);

    private async Task<IActionResult> EnterAsync(DossierAct act, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Chosen is null)
        {
            return NotFound();
        }

        var terms = Chosen.Terms;
        var missing = Enumerable.Range(0, terms.Papers.Count).Where(n => terms.Papers[n].IsRequired && !Papers.Contains(n)).ToArray();
        if (act == DossierAct.Accept && missing.Length > 0)
        {
            ModelState.Refused(new Refusal("onestop.papers.missing", "Papers", (missing.Length).ToString(CultureInfo.InvariantCulture)), texts, site);
        }

        ModelState.Refused(TooLong(), texts, site);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = await User.ActorAsync(roles, site.Tenant, ct);
        var given = new NewDossier(Chosen.Id, Kind, ApplicantName ?? "", new PersonalData(Given(Identity), Given(Phone), Given(Email), Given(Residence)), Channel,
            [.. Papers.Where(n => n >= 0 && n < terms.Papers.Count).Distinct().Select(n => terms.Papers[n].Name)], terms.Fee, Consent ? ConsentVersion : "");
        var entered = await desk.EnterAsync(given, new ActRequest(act) { Note = Note }, actor, ct);
        if (ModelState.Refused(entered.Refusals, texts, site))
        {
            return Page();
        }

        var code = (await register.OpenAsync(entered.Id!.Value, actor.Id, ct))!.Value.Dossier.Code;
        await audit.WriteAsync(site.Tenant, "dossier.enter", code ?? Chosen.Name, actor.Id, ct, after: new { Act = act.ToString() });
        TempData["done"] = "onestop.done." + act;
        return LocalRedirect(site.Link(string.Create(CultureInfo.InvariantCulture, $"/quan-tri/mot-cua/ho-so/{entered.Id}")));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Services = await services.ListAsync(ct);
        Chosen = Services.FirstOrDefault(service => service.Id == ServiceId);
    }

    private IEnumerable<Refusal> TooLong() =>
        [.. Checks.NotLonger(Identity, LongestPersonal, nameof(Identity)), .. Checks.NotLonger(Phone, LongestPersonal, nameof(Phone)), .. Checks.NotLonger(Email, LongestPersonal, nameof(Email)), .. Checks.NotLonger(Residence, 2 * LongestPersonal, nameof(Residence))];

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : VietnameseText.NormalizeLine(value);
}
