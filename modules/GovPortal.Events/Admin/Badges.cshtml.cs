using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Events.Delegates;
using GovPortal.Mail;
using GovPortal.Publishing.Desk;
using QRCoder;

namespace GovPortal.Events.Admin;

/// <summary>The badges of an event's delegates, ten on a sheet of A4; the QR opens the check-in with the code filled in.</summary>
[Authorize(Permission.Publish)]
public sealed class BadgesPage(DelegateDesk delegates, DeskContent desk, LettersLinks links, VisitedSite site) : PageModel
{
    private const int DotSize = 3;

    public string EventTitle { get; private set; } = "";

    public PublicEvent Body { get; private set; } = null!;

    public IReadOnlyList<(ListedDelegate Delegate, string QrCode)> Badges { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await desk.FindNewestAsync<PublicEvent>(id, ct) is not { } body || await desk.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        (Body, EventTitle) = (body, found.Item.Title);
        var desks = links.To(site.Tenant, $"/quan-tri/su-kien/{id}/dai-bieu", Texts.Vietnamese);
        Badges = [.. (await delegates.ListAsync(id, 1, null, ct)).Lines.Select(line => (line, Draw($"{desks}?ma={line.Code}")))];
        await delegates.NoteExportAsync(EventTitle, User.PersonId(), ct);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private static string Draw(string text)
    {
        using var dots = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(dots);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(DotSize)));
    }
}
