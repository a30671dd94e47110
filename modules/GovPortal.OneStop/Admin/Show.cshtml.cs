using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.OneStop.Legs;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>One dossier: what is in it, where it was, and what can be done now. Opening it is written down, for it shows personal data.</summary>
[Authorize(Permission.ReadDossiers)]
public sealed class ShowPage(DossierRegister register, DossierDesk desk, DossierSeals seals, LegCourier courier, TenantDirectory directory, RolesOnSite roles, AuditTrail audit, Texts texts, VisitedSite site, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? ToUnit { get; set; }

    /// <summary>Day and time on the clock on the wall.</summary>
    [BindProperty]
    public DateTime? NewDue { get; set; }

    /// <summary>Name of the site that is asked, and the working days it has.</summary>
    [BindProperty]
    public string? LegTo { get; set; }

    /// <inheritdoc cref="LegTo"/>
    [BindProperty]
    public string? LegDays { get; set; }

    /// <summary>What was asked of other agencies.</summary>
    public IReadOnlyList<Leg> Legs { get; private set; } = [];

    /// <summary>Agencies that can be asked.</summary>
    public IEnumerable<Tenant> Askable => directory.All.Where(one => one.IsEnabled && one.Id != site.Tenant.Id && one.Modules.Contains(OneStopModule.Named));

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<DossierStep> Steps { get; private set; } = [];

    public PersonalData Personal { get; private set; } = null!;

    public ServiceTerms Terms { get; private set; } = null!;

    /// <summary>What this person may do now.</summary>
    public IReadOnlyList<Transition> Acts { get; private set; } = [];

    /// <summary>Whether the last step is this person's to take back.</summary>
    public bool CanRollBack { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        await audit.WriteAsync(site.Tenant, "dossier.read", Dossier.Code ?? Dossier.ServiceName, User.PersonId(), ct);
        return Page();
    }

    /// <param name="act">Name of the act; one that the table does not know is not found.</param>
    public async Task<IActionResult> OnPostAsync(long id, DossierAct? act, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct) || act is not { } wanted || !Enum.IsDefined(wanted))
        {
            return NotFound();
        }

        var actor = await User.ActorAsync(roles, site.Tenant, ct);
        var request = new ActRequest(wanted) { Note = Note, ToUnit = ToUnit, NewDueAt = NewDue is { } wall ? site.Tenant.InstantOf(wall) : null };
        var refusal = !ModelState.IsValid ? null
            : wanted == DossierAct.SendLeg ? await desk.SendLegAsync(id, Revision, directory.FindByName(LegTo ?? ""), Note, int.TryParse(LegDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null, actor, ct)
            : await desk.ActAsync(id, Revision, request, actor, ct);
        if (ModelState.Refused(refusal, texts, site) || !ModelState.IsValid)
        {
            await TryLoadAsync(id, ct);
            return Page();
        }

        courier.Wake();
        TempData["done"] = $"onestop.done.{wanted}";
        return LocalRedirect(site.Link(string.Create(CultureInfo.InvariantCulture, $"/quan-tri/mot-cua/ho-so/{id}")));
    }

    private async Task<bool> TryLoadAsync(long id, CancellationToken ct)
    {
        var actor = await User.ActorAsync(roles, site.Tenant, ct);
        if (await register.OpenAsync(id, actor.Id, ct) is not { } found)
        {
            return false;
        }

        (Dossier, Steps) = found;
        Personal = seals.Open(Dossier.SealedPersonal);
        Terms = (await register.ServiceAsync(Dossier.ServiceId, ct))!.Terms;
        Legs = await desk.LegsOfAsync(id, ct);
        Acts = [.. Transitions.From(Dossier.Local, actor.Roles).Where(line => line.Act != DossierAct.TakeLegAnswer)];
        CanRollBack = DossierRules.CheckRollBack(Dossier, Steps[^1], actor) is null;
        return true;
    }
}
