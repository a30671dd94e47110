namespace GovPortal.Users;

/// <summary>What people type as a code: six digits of their authenticator, or a recovery code, with whatever spaces they like.</summary>
internal static class SignInCode
{
    private const int AuthenticatorDigits = 6;

    public static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit));

    public static bool IsAuthenticators(string typed) => Digits(typed).Length == AuthenticatorDigits && !typed.Any(char.IsLetter);

    /// <summary>As recovery codes are written: two groups of five.</summary>
    public static string Recovery(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length == 10 ? $"{letters[..5]}-{letters[5..]}" : letters;
    }
}
