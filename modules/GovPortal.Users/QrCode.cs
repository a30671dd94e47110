using System.Text;
using QRCoder;

namespace GovPortal.Users;

/// <summary>Draws what an authenticator reads with a telephone's camera (key URI format of authenticators).</summary>
internal static class QrCode
{
    private const int DotSize = 6;

    public static string AddressOf(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6";

    /// <returns>Source of a picture element: nothing is loaded from anywhere.</returns>
    public static string Draw(string text)
    {
        using var dots = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(dots);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(DotSize)));
    }
}
