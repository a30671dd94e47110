using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;

namespace GovPortal.OneStop;

/// <summary>Tells applicants who gave an e-mail address what happened to their dossier. The secret never stands in a letter.</summary>
public sealed class DossierLetters(Outbox outbox, LettersLinks links, Texts texts, DossierSeals seals)
{
    // What an applicant must do something about, or waits for; how it passes from unit to unit they can look up.
    private static readonly HashSet<DossierAct> Told =
        [DossierAct.Accept, DossierAct.Decline, DossierAct.AskBeforeAcceptance, DossierAct.AskSupplement, DossierAct.AskPayment, DossierAct.Extend, DossierAct.Finish, DossierAct.Stop, DossierAct.Lapse];

    /// <summary>Posts with what the caller is about to save. Call <see cref="Wake"/> afterwards.</summary>
    public void Add(PortalDb db, Tenant tenant, Dossier dossier, DossierStep step)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(dossier);
        if (!Told.Contains(step.Act) || seals.Open(dossier.SealedPersonal).Email is not { } address)
        {
            return;
        }

        var (code, what) = (dossier.Code ?? dossier.ServiceName, texts.In(Texts.Vietnamese, $"onestop.public.act.{step.Act}"));
        var due = step.DueAt is { } at ? tenant.Wall(at) : texts.In(Texts.Vietnamese, "onestop.limit.none");
        outbox.Add(db, new Letter(address, texts.Filled(Texts.Vietnamese, "onestop.mail.subject", code, what),
            texts.Filled(Texts.Vietnamese, "onestop.mail.text", dossier.ApplicantName, what, code, dossier.ServiceName, tenant.Title, due, step.Note ?? "", links.To(tenant, "/tra-cuu", Texts.Vietnamese))));
    }

    /// <summary>Sends what was saved now rather than at the next look.</summary>
    public void Wake() => outbox.Wake();
}
