using MailKit.Net.Smtp;

namespace GovPortal.Mail;

/// <summary>Hands letters to the mail server of the settings.</summary>
internal sealed class SmtpMailSender(MailSettings settings, TimeProvider clock) : IMailSender
{
    private const int Patience = 30_000;

    // From here on a mail server means: never (RFC 5321, 4.2.1).
    private const int Never = 500;

    public async Task<string?> DeliverAsync(Guid id, Letter letter, CancellationToken ct)
    {
        if (Envelope.Of(id, letter, settings.Sender, clock.GetUtcNow()) is not { } message)
        {
            return "The address is not one.";
        }

        using var server = new SmtpClient { Timeout = Patience };
        await server.ConnectAsync(settings.Host!, settings.Port, settings.Security, ct);
        if (settings.User is { } user)
        {
            await server.AuthenticateAsync(user, settings.Password!, ct);
        }

        try
        {
            await server.SendAsync(message, ct);
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= Never)
        {
            return $"The mail server refused the addressee ({(int)refusal.StatusCode}).";
        }

        await server.DisconnectAsync(quit: true, ct);
        return null;
    }
}
