using System.Text.RegularExpressions;
using GovPortal.Core.Security;

namespace GovPortal.Feedback;

/// <summary>Takes out of a text what would tell who wrote it: their name, how they are reached, and numbers as long as those of identity cards and telephones.</summary>
public static partial class Masking
{
    private const string Gone = "•••";

    public static string In(string text, EnquiryContact contact)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(contact);
        foreach (var known in new[] { contact.Email, contact.Phone, contact.Residence }.OfType<string>())
        {
            text = text.Replace(known, Gone, StringComparison.OrdinalIgnoreCase);
        }

        text = text.Replace(contact.Name, MaskedName.Of(contact.Name), StringComparison.OrdinalIgnoreCase);
        return InAnybodys(text);
    }

    /// <summary>The same of a text whose writer is not known: addresses and long numbers alone.</summary>
    public static string InAnybodys(string text) => Number().Replace(Address().Replace(text, Gone), Gone);

    // Nine digits or more, with the dots and spaces people write between them; a sum of money ends in three noughts.
    [GeneratedRegex(@"(?<![\d.,/-])\+?\d(?:[ .-]?\d){8,13}(?![\d/])(?<!000)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^@\s<>,;""]+@[^@\s<>,;""]+\.[^@\s<>,;.""]+")]
    private static partial Regex Address();
}
