using System.Collections.Frozen;

namespace GovPortal.Editing.Cleaning;

/// <summary>Where the links of a text may lead.</summary>
internal static class LinkTargets
{
    /// <summary>Readers have a program for each; what else there is leads into the writer's own machine or office.</summary>
    public static readonly FrozenSet<string> Schemes = new[] { "http", "https", "mailto", "tel" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKept(string target)
    {
        // As browsers read it (WHATWG URL, 4.4): without tabs and line ends, and blanks around it.
        var address = string.Concat(target.Where(letter => letter is not ('\t' or '\n' or '\r'))).Trim();
        if (address.StartsWith('\\'))
        {
            return false;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || address.AsSpan(0, colon).IndexOfAny('/', '#') >= 0 || Schemes.Contains(address[..colon]);
    }
}
