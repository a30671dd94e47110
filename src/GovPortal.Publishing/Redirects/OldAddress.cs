using System.Text;

namespace GovPortal.Publishing.Redirects;

/// <summary>Writes an address of another system in one form, however it was typed.</summary>
public static class OldAddress
{
    // What stands in an index: PostgreSQL takes at most 2,704 bytes there.
    private const int Longest = 600;

    /// <summary>Path and query without percent signs, capitals and a slash at the end; null for a root, which is no address of one thing, and for what is no address.</summary>
    /// <param name="address">Whole, or from the root of its site.</param>
    public static string? KeyOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var rest = address.Trim();
        if (Uri.TryCreate(rest, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
        {
            rest = whole.PathAndQuery;
        }

        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        rest = hash < 0 ? rest : rest[..hash];
        if (!rest.StartsWith('/'))
        {
            return null;
        }

        var parts = rest.Split('?', 2);
        var path = Folded(parts[0]).TrimEnd('/');
        var query = parts.Length > 1 && parts[1].Length > 0 ? "?" + Folded(parts[1]) : "";
        var key = (path.Length == 0 ? "/" : path) + query;
        return key == "/" || key.Length > Longest || key.Contains('\0', StringComparison.Ordinal) ? null : key;
    }

    /// <summary>Host of a whole address; null for another.</summary>
    public static string? OriginOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.Host : null;

    private static string Folded(string text)
    {
        var plain = Uri.UnescapeDataString(text);

        // Half of a pair of signs has no normal form, and stands in no address that a site gives out.
        return plain.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) ? plain.ToLowerInvariant() : plain.Normalize().ToLowerInvariant();
    }
}
