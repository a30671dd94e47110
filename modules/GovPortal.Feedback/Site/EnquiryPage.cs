using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Feedback.Site;

/// <summary>The form by which anybody writes to the agency without an account, and what it shows once it was taken: code and secret.</summary>
public abstract class EnquiryPage(EnquiryDesk desk, AnonymousForms strangers, PublishedContent content, TenantDirectory directory, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Which words of consent are agreed to; stored with what is sent. They stand in the language files.</summary>
    public const string ConsentVersion = "2026-1";

    private const int MostFields = 80;

    // Fields that people know are those of procedures; the module that keeps them is not known here.
    private const string TypeWithFields = "procedure";

    /// <summary>What may be sent from <c>/gop-y</c>.</summary>
    public static IReadOnlyList<EnquiryKind> Given { get; } = [EnquiryKind.Opinion, EnquiryKind.Report, EnquiryKind.Information];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Residence { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Field { get; set; }

    /// <summary>Name of the site that is to answer; empty for the visited one.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    [BindProperty]
    public string? FormKey { get; set; }

    public abstract EnquiryKind Kind { get; }

    /// <summary>Below the site's root.</summary>
    public abstract string Address { get; }

    /// <summary>Fields of what the site does, to choose from.</summary>
    public IReadOnlyList<FieldChoice> Fields { get; private set; } = [];

    /// <summary>Agencies that can be asked from here; none but on the portal.</summary>
    public IReadOnlyList<FieldChoice> Agencies { get; private set; } = [];

    /// <summary>What was taken; null while the form is shown.</summary>
    public TakenEnquiry? Taken { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        FormKey = strangers.NewKey();
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var given = new NewEnquiry(Kind, EnquiryContact.Of(Name, Email, Phone, Residence), Subject ?? "", Text ?? "", Field, Consent ? ConsentVersion : null, site.Language, strangers.NameOf(FormKey) ?? "");
        var agency = string.IsNullOrEmpty(Agency) ? null : directory.FindByName(Agency);
        ModelState.Refused(given.Tidied().Check(), texts, site);
        ModelState.Refused(string.IsNullOrEmpty(Agency) || desk.CanSendTo(agency) ? null : new Refusal("feedback.agency.unknown", nameof(Agency), Short(Agency)), texts, site);
        if (!ModelState.IsValid || IsProgram())
        {
            FormKey = strangers.NameOf(FormKey) is null ? strangers.NewKey() : FormKey;
            return Page();
        }

        // The secret is shown once, and the page has no form that would say so.
        Response.Headers.CacheControl = "no-store";
        Taken = await desk.ReceiveAsync(given, ct);
        if (agency is not null)
        {
            await desk.SendOnAsReceivedAsync(Taken.Code, agency, ct);
        }

        return Page();
    }

    private bool IsProgram()
    {
        if (strangers.Check(HttpContext) is not { } refusal)
        {
            return false;
        }

        ModelState.Refused(refusal, texts, site);
        FormKey = refusal.Code == "strangers.old" ? strangers.NewKey() : FormKey;
        Response.StatusCode = refusal.Code == "strangers.often" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        return true;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var asked = await content.CountTermsAsync(QuestionType.TypeName, QuestionType.FieldTerm, ct);
        var done = await content.CountTermsAsync(TypeWithFields, QuestionType.FieldTerm, ct);
        Fields = [.. asked.Concat(done).Select(term => term.Label).Distinct(StringComparer.Ordinal).Take(MostFields).Order(Core.Text.VietnameseText.Comparer).Select(label => new FieldChoice(label, label))];
        Agencies = site.Tenant.IsPortal ? [.. directory.All.Where(desk.CanSendTo).OrderBy(one => one.Kind).ThenBy(one => one.Title, Core.Text.VietnameseText.Comparer).Select(one => new FieldChoice(one.Name, one.TitleIn(site.Language)))] : [];
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80];
}
