using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;

namespace GovPortal.Feedback;

/// <summary>Tells who gave an e-mail address what became of what they wrote. The secret never stands in a letter.</summary>
public sealed class EnquiryLetters(Outbox outbox, LettersLinks links, Texts texts, EnquirySeals seals)
{
    // Who works on it is the agency's own affair; what they said themselves they know.
    private static readonly HashSet<EnquiryAct> Told = [EnquiryAct.Receive, EnquiryAct.AskMore, EnquiryAct.Extend, EnquiryAct.Answer, EnquiryAct.Refuse, EnquiryAct.Forward];

    /// <summary>Posts with what the caller is about to save. Call <see cref="Wake"/> afterwards.</summary>
    public void Add(PortalDb db, Tenant site, Enquiry enquiry, EnquiryStep step)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(step);
        if (!Told.Contains(step.Act) || enquiry.FromName is not null && step.Act == EnquiryAct.Receive || seals.Open<EnquiryContact>(enquiry.SealedContact) is not { Email: { } address } contact)
        {
            return;
        }

        var language = enquiry.Language;
        var what = texts.In(language, $"feedback.act.{step.Act}.told");
        var due = step.DueAt is { } at ? site.Wall(at) : texts.In(language, "feedback.due.unknown");
        outbox.Add(db, new Letter(address, texts.Filled(language, "feedback.mail.subject", enquiry.Code, what),
            texts.Filled(language, "feedback.mail.text", contact.Name, site.TitleIn(language), enquiry.Subject, enquiry.Code, what, step.Note ?? "", due, links.To(site, "/hoi-dap/theo-doi", language))));
    }

    /// <summary>Sends what was saved now rather than at the next look.</summary>
    public void Wake() => outbox.Wake();
}
