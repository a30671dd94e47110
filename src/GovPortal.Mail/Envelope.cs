using MimeKit;

namespace GovPortal.Mail;

/// <summary>A letter as mail servers want it.</summary>
internal static class Envelope
{
    /// <returns>Null when the address cannot be written to.</returns>
    public static MimeMessage? Of(Guid id, Letter letter, MailboxAddress from, DateTimeOffset now)
    {
        if (!MailboxAddress.TryParse(letter.To, out var to))
        {
            return null;
        }

        var message = new MimeMessage { Subject = letter.Subject, Date = now, Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody() };
        message.From.Add(from);
        message.To.Add(to);

        // The same however often it is tried, so that a letter sent twice is shown once.
        message.MessageId = $"{id:n}@{from.Domain}";

        // No automatic answers (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
