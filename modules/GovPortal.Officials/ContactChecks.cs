using System.Text.RegularExpressions;
using GovPortal.Core.Checking;

namespace GovPortal.Officials;

/// <summary>Checks of what units and people are reached by.</summary>
internal static partial class ContactChecks
{
    public const int LineLength = 200;
    public const int MostOrder = 9_999;

    private const int FewestDigits = 3;

    public static IEnumerable<Refusal> Email(string? email, string field) =>
        email is null || (email.Length <= LineLength && Address().IsMatch(email)) ? [] : [new Refusal("officials.email.bad", field, Shown(email))];

    public static IEnumerable<Refusal> Phone(string? phone, string field) =>
        phone is null || (phone.Length <= LineLength && phone.Count(char.IsAsciiDigit) >= FewestDigits) ? [] : [new Refusal("officials.phone.bad", field, Shown(phone))];

    public static IEnumerable<Refusal> Order(int order, string field) =>
        order is >= 0 and <= MostOrder ? [] : [new Refusal("officials.order.bad", field, $"{order}")];

    private static string Shown(string text) => text.Length <= 80 ? text : text[..79] + "…";

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
