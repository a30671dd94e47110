using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Feedback.Admin;

/// <summary>One enquiry: what was written, by whom, what was done, and what can be done now. Opening it is written down, for it shows who asked.</summary>
[Authorize(Permission.AnswerEnquiries)]
public sealed class EnquiryPage(EnquiryRegister register, EnquiryDesk desk, EnquirySeals seals, DeskPeople people, TenantDirectory directory, IAuthorizationService authorization, Texts texts, VisitedSite site, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The answer, a reason, or what is still to be said.</summary>
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Guid? AssigneeId { get; set; }

    /// <summary>Day and time on the clock on the wall.</summary>
    [BindProperty]
    public DateTime? NewDue { get; set; }

    /// <summary>Name of the site that gets it.</summary>
    [BindProperty]
    public string? ForwardTo { get; set; }

    public Enquiry Enquiry { get; private set; } = null!;

    public IReadOnlyList<EnquiryStep> Steps { get; private set; } = [];

    public EnquiryContact Contact { get; private set; } = null!;

    /// <summary>What can be done now.</summary>
    public IReadOnlyList<EnquiryTransition> Acts { get; private set; } = [];

    public IReadOnlyList<Actor> People { get; private set; } = [];

    public IEnumerable<Tenant> Agencies => directory.All.Where(desk.CanSendTo);

    /// <summary>Whether this person may open the draft that shows question and answer.</summary>
    public bool MayWrite { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    private Actor Me => new(User.PersonId(), User.PersonName());

    public bool Can(EnquiryAct act) => Acts.Any(line => line.Act == act);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        await register.NoteReadAsync(Enquiry, User.PersonId(), ct);
        return Page();
    }

    /// <param name="act">Name of the act; one that the table does not know is not found.</param>
    public async Task<IActionResult> OnPostAsync(long id, EnquiryAct? act, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct) || act is not { } wanted || !Enum.IsDefined(wanted) || wanted is EnquiryAct.Receive or EnquiryAct.SayMore)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new EnquiryRequest(wanted) { Note = Note, Assignee = People.FirstOrDefault(person => person.Id == AssigneeId), NewDueAt = NewDue is { } wall ? site.Tenant.InstantOf(wall) : null };
        var refusal = wanted == EnquiryAct.Forward ? await desk.SendOnAsync(id, Revision, directory.FindByName(ForwardTo ?? ""), Note, Me, ct) : await desk.ActAsync(id, Revision, request, Me, ct);
        return await EndAsync(id, refusal, $"feedback.done.{wanted}", ct);
    }

    public async Task<IActionResult> OnPostDraftAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        var (item, refusal) = await desk.DraftAsync(id, Me, ct);
        var end = await EndAsync(id, refusal, "feedback.done.draft", ct);
        return refusal is null && MayWrite ? LocalRedirect(site.Link(string.Create(CultureInfo.InvariantCulture, $"/quan-tri/cau-hoi/{item}"))) : end;
    }

    private async Task<IActionResult> EndAsync(long id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (ModelState.Refused(refusal, texts, site))
        {
            await TryLoadAsync(id, ct);
            return Page();
        }

        TempData["done"] = done;
        return LocalRedirect(site.Link(string.Create(CultureInfo.InvariantCulture, $"{DeskPage.Address}/{id}")));
    }

    private async Task<bool> TryLoadAsync(long id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        (Enquiry, Steps) = found;
        Contact = seals.Open<EnquiryContact>(Enquiry.SealedContact);
        Acts = EnquiryTransitions.From(Enquiry.State);
        People = await people.ListAsync(ct);
        MayWrite = (await authorization.AuthorizeAsync(User, null, Permission.Write)).Succeeded;
        return true;
    }
}
