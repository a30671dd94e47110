using System.Net.Mail;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Events.Delegates;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Events.Site;

/// <summary>Registering for an event without an account: who one is, what one agrees to, and then the code, once it is kept.</summary>
[RequestSizeLimit(LargestForm)]
public sealed class RegisterPage(PublishedContent content, Registrations registrations, RegistrationLimits limits, Texts texts, VisitedSite site, TenantClock clock) : PageModel
{
    public const int NameLength = 200;
    public const int EmailLength = 254;
    public const int PhoneLength = 30;

    private const int LargestForm = 64 << 10;

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public bool Agrees { get; set; }

    /// <summary>Name of this form, so that sending it twice registers once.</summary>
    [BindProperty]
    public Guid FormKey { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public PublicEvent Body { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    /// <summary>Null where there is room for all.</summary>
    public int? Left { get; private set; }

    /// <summary>What the badge will show; null until the registration is kept.</summary>
    public string? Code { get; private set; }

    public bool IsTooOften { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        FormKey = Guid.NewGuid();
        return await TryFindAsync(slug, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await TryFindAsync(slug, ct))
        {
            return NotFound();
        }

        IsTooOften = !limits.TryEnter(HttpContext.Connection.RemoteIpAddress?.ToString());
        if (IsTooOften)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        if (Read() is { } data)
        {
            var (code, refusal) = await registrations.RegisterAsync(Item, Body, data, FormKey == Guid.Empty ? Guid.NewGuid() : FormKey, site.Language, ct);
            ModelState.Refused(refusal, texts, site);
            Code = code is null ? null : DelegateSeals.Written(code);
        }

        return Page();
    }

    private DelegateData? Read()
    {
        var (name, office, email, phone) = (Line(FullName), Line(Office), Line(Email), Line(Phone));
        Need(name, nameof(FullName), "events.register.name", NameLength);
        Need(email, nameof(Email), "events.register.email", EmailLength);
        Most(office, nameof(Office), "events.register.office", PublicEventType.LineLength);
        Most(phone, nameof(Phone), "events.register.phone", PhoneLength);
        if (email is not null && (!MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            Fault(nameof(Email), "events.register.email", "events.register.email.wrong", email.Length > 80 ? email[..79] + "…" : email);
        }

        if (!Agrees)
        {
            Fault(nameof(Agrees), "events.register.consent", "events.register.consent.needed");
        }

        return ModelState.IsValid ? new DelegateData(name!, office, email!, phone) : null;
    }

    private void Need(string? value, string field, string label, int most)
    {
        if (value is null)
        {
            Fault(field, label, "check.required");
        }

        Most(value, field, label, most);
    }

    private void Most(string? value, string field, string label, int most)
    {
        if (value?.Length > most)
        {
            Fault(field, label, "check.too-long", $"{value[..40]}… ({value.Length} > {most})");
        }
    }

    private void Fault(string field, string label, string key, params object?[] values) =>
        ModelState.AddModelError(field, $"{texts.In(site.Language, label)}: {texts.Filled(site.Language, key, values)}");

    private async Task<bool> TryFindAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<PublicEvent>(slug, ct) is not { IsMoved: false, Body: { Registration: { } registration } body, Item: { } item })
        {
            return false;
        }

        (Item, Body, IsOpen) = (item, body, registration.IsOpenOn(clock.Today, body));
        Left = await registrations.LeftAsync(item.Id, registration, ct);
        return true;
    }

    private static string? Line(string? typed) => typed is not null && VietnameseText.NormalizeLine(typed) is { Length: > 0 } line ? line : null;
}
