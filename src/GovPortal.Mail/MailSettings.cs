using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace GovPortal.Mail;

/// <summary>How letters leave the installation.</summary>
/// <param name="Host">The mail server; null lays letters into the pick-up folder.</param>
/// <param name="Sender">Who writes.</param>
/// <param name="PublicAddress">Where readers reach the portal; links in letters begin with it. Null takes the address the request came to.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, MailboxAddress Sender, SecureSocketOptions Security, Uri? PublicAddress)
{
    private static readonly Dictionary<string, (SecureSocketOptions Security, int Port)> Securities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["starttls"] = (SecureSocketOptions.StartTls, 587),
        ["tls"] = (SecureSocketOptions.SslOnConnect, 465),
        ["none"] = (SecureSocketOptions.None, 25),
    };

    /// <exception cref="InvalidOperationException">The settings cannot be used; the message names every mistake.</exception>
    public static MailSettings From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var mail = settings.GetSection("GovPortal:Mail");
        var mistakes = new List<string>();
        var host = Given(mail["Host"]);
        if (!Securities.TryGetValue(mail["Security"] ?? "starttls", out var security))
        {
            mistakes.Add($"GovPortal:Mail:Security is “{mail["Security"]}”; it may be starttls, tls or none.");
        }

        var port = security.Port;
        if (Given(mail["Port"]) is { } number && (!int.TryParse(number, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            mistakes.Add($"GovPortal:Mail:Port is “{number}”; it must be a number from 1 to 65535.");
        }

        // Without a mail server the letters of the pick-up folder are somebody else's to send on.
        if (!MailboxAddress.TryParse(mail["From"] ?? (host is null ? "GovPortal <govportal@localhost>" : ""), out var from))
        {
            mistakes.Add($"GovPortal:Mail:From is “{mail["From"]}”; it must be the address letters come from, for example “Cong thong tin <khong-tra-loi@example.gov.vn>”.");
        }

        if (Given(mail["User"]) is null != Given(mail["Password"]) is null)
        {
            mistakes.Add("GovPortal:Mail:User and GovPortal:Mail:Password go together; one of them is empty.");
        }

        Uri? address = null;
        if (Given(settings["GovPortal:PublicAddress"]) is { } given && (!Uri.TryCreate(given, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https")))
        {
            mistakes.Add($"GovPortal:PublicAddress is “{given}”; it must be the portal's address, for example “https://example.gov.vn”.");
        }
        else if (host is not null && address is null)
        {
            // Whoever asks for a letter chooses the host name of the request; a link in a letter must not follow it.
            mistakes.Add("GovPortal:PublicAddress is empty, but GovPortal:Mail:Host is set: letters need the address their links begin with, for example “https://example.gov.vn”.");
        }

        return mistakes.Count == 0
            ? new MailSettings(host, port, Given(mail["User"]), Given(mail["Password"]), from!, security.Security, address)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, mistakes));
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
