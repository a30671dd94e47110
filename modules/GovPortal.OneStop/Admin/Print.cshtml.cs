using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage.People;
using QRCoder;

namespace GovPortal.OneStop.Admin;

/// <summary>The forms of a dossier on paper (TT 01/2018/TT-VPCP): 01 receipt, 02 supplement, 03 refusal, 04 apology and new date, 05 control of the process.</summary>
[Authorize(Permission.ReadDossiers)]
public sealed class PrintPage(DossierRegister register, DossierSeals seals, LettersLinks links, AuditTrail audit, VisitedSite site, TenantClock clock) : PageModel
{
    private const int DotSize = 4;

    public int Form { get; private set; }

    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<DossierStep> Steps { get; private set; } = [];

    public PersonalData Personal { get; private set; } = null!;

    public ServiceTerms Terms { get; private set; } = null!;

    /// <summary>The step the form is about; null for receipt and control sheet.</summary>
    public DossierStep? About { get; private set; }

    public string Secret { get; private set; } = "";

    public string QrCode { get; private set; } = "";

    public string TrackingAddress { get; private set; } = "";

    /// <summary>The day the form was made out: of the step it is about, of the reception for the receipt, today for the control sheet.</summary>
    public DateOnly On => About is { } step ? clock.DayOf(step.At) : Form == 1 ? clock.DayOf(Dossier.AcceptedAt!.Value) : clock.Today;

    /// <summary>Numbers of the forms that a dossier has by its steps.</summary>
    public static IEnumerable<int> FormsOf(Dossier dossier, IReadOnlyList<DossierStep> steps)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Enumerable.Range(1, 5).Where(form => form switch
        {
            1 or 5 => dossier.Code is not null,
            _ => StepOf(form, steps) is not null,
        });
    }

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken ct)
    {
        if (await register.OpenAsync(id, User.PersonId(), ct) is not { } found || !FormsOf(found.Dossier, found.Steps).Contains(number))
        {
            return NotFound();
        }

        (Dossier, Steps) = found;
        (Form, About) = (number, StepOf(number, Steps));
        Personal = seals.Open(Dossier.SealedPersonal);
        Terms = (await register.ServiceAsync(Dossier.ServiceId, ct))!.Terms;
        TrackingAddress = links.To(site.Tenant, "/tra-cuu", site.Language);
        if (Form == 1)
        {
            Secret = seals.OpenText(Dossier.SealedSecret);
            QrCode = Draw($"{TrackingAddress}?ma={Dossier.Code}");
        }

        await audit.WriteAsync(site.Tenant, "dossier.print", Dossier.Code ?? Dossier.ServiceName, User.PersonId(), ct, after: new { Form });
        return Page();
    }

    private static DossierStep? StepOf(int form, IReadOnlyList<DossierStep> steps) => steps.LastOrDefault(step => form switch
    {
        2 => step.Act is DossierAct.AskSupplement or DossierAct.AskBeforeAcceptance,
        3 => step.Act is DossierAct.Decline or DossierAct.Stop,
        4 => step.Act is DossierAct.Extend,
        _ => false,
    });

    private static string Draw(string text)
    {
        using var dots = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(dots);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(DotSize)));
    }
}
