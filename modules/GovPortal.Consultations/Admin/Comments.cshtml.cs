using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.Consultations.Admin;

/// <summary>The opinions of a consultation: looked at, shown or kept back, and each answered.</summary>
[Authorize(Permission.Review)]
public sealed class CommentsPage(ConsultationBoard board, CommentDesk desk, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Number of the opinion that something is done to.</summary>
    [BindProperty]
    public long Comment { get; set; }

    /// <summary>The answer, or why it is not shown.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public ReplyKind? Kind { get; set; }

    public long Id { get; private set; }

    public string Title { get; private set; } = "";

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<DraftComment> Comments { get; private set; } = [];

    public Commenter CommenterOf(DraftComment comment) => desk.CommenterOf(comment);

    public string SectionOf(DraftComment comment, string whole, string gone) =>
        comment.SectionId is null ? whole : Consultation.Sections.FirstOrDefault(section => section.Id == comment.SectionId)?.Heading ?? gone;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await TryLoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>All of them with their answers, as a Word document. It names those who gave a name, so it is written down.</summary>
    public async Task<IActionResult> OnGetWordAsync(long id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        await audit.WriteAsync(site.Tenant, "consultation.export", Title, User.PersonId(), ct);
        return File(Export.Write(Title, Consultation, Comments, desk, site, texts), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"y-kien-{VietnameseText.Slug(Title, 60)}.docx");
    }

    public Task<IActionResult> OnPostShowAsync(long id, CancellationToken ct) => DoAsync(id, "show", () => desk.ShowAsync(id, Comment, User.PersonId(), User.PersonName(), ct), ct);

    public Task<IActionResult> OnPostHideAsync(long id, CancellationToken ct) => DoAsync(id, "hide", () => desk.HideAsync(id, Comment, Text, User.PersonId(), User.PersonName(), ct), ct);

    public Task<IActionResult> OnPostReplyAsync(long id, CancellationToken ct) => DoAsync(id, "reply", () => desk.ReplyAsync(id, Comment, Kind, Text, User.PersonId(), ct), ct);

    private async Task<IActionResult> DoAsync(long id, string done, Func<Task<Refusal?>> act, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid && !ModelState.Refused(await act() is { } refusal ? refusal with { Field = refusal.Field is null ? null : string.Create(CultureInfo.InvariantCulture, $"{refusal.Field}-{Comment}") } : null, texts, site))
        {
            TempData["done"] = $"consultations.done.{done}";
            return LocalRedirect(site.Link(string.Create(CultureInfo.InvariantCulture, $"{BoardPage.Address}/{id}/y-kien")));
        }

        return Page();
    }

    private async Task<bool> TryLoadAsync(long id, CancellationToken ct)
    {
        if (await board.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        (Id, Title, Consultation) = (id, found.Title, found.Body);
        Comments = await desk.ListAsync(id, ct);
        return true;
    }
}
