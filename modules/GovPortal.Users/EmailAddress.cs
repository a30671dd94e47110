namespace GovPortal.Users;

/// <summary>Whether somebody can be written to, as far as that can be seen.</summary>
internal static class EmailAddress
{
    // RFC 5321, 4.5.3.1.3.
    public const int Longest = 254;

    private static readonly System.ComponentModel.DataAnnotations.EmailAddressAttribute Shape = new();

    public static bool IsOne(string text) => text.Length is > 0 and <= Longest && Shape.IsValid(text) && System.Net.Mail.MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;
}
