using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Consultations.Site;

/// <summary>Somebody gives an opinion of a draft or of one of its sections, without an account.</summary>
public sealed class CommentPage(PublishedContent content, CommentDesk desk, AnonymousForms strangers, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? SectionId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public NameWish Wish { get; set; } = NameWish.Masked;

    [BindProperty]
    public string? FormKey { get; set; }

    public FoundItem<Consultation> Found { get; private set; } = null!;

    /// <summary>Why no opinion is taken today; null while it is.</summary>
    public string? Closed { get; private set; }

    public bool IsTaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        FormKey = strangers.NewKey();
        return await TryLoadAsync(slug, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await TryLoadAsync(slug, ct))
        {
            return NotFound();
        }

        var given = new NewComment(SectionId, Name, Email, Wish, Text, strangers.NameOf(FormKey) ?? "");
        if (Closed is not null || !ModelState.IsValid || ModelState.Refused(given.Tidied().Check(), texts, site))
        {
            return Page();
        }

        if (strangers.Check(HttpContext) is { } refusal)
        {
            ModelState.Refused(refusal, texts, site);
            FormKey = refusal.Code == "strangers.old" ? strangers.NewKey() : FormKey;
            Response.StatusCode = refusal.Code == "strangers.often" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
            return Page();
        }

        IsTaken = !ModelState.Refused(await desk.TakeAsync(Found.Item.Id, Found.Body!, given, ct), texts, site);
        return Page();
    }

    private async Task<bool> TryLoadAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Consultation>(slug, ct) is not { IsMoved: false, Body: { } body } found)
        {
            return false;
        }

        Found = found;
        Closed = desk.RefuseNow(body) is { } refusal ? texts.Sentence(site.Language, refusal) : null;
        return true;
    }
}
