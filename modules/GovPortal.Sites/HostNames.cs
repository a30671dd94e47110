using System.Globalization;
using System.Net;

namespace GovPortal.Sites;

/// <summary>Host names as the directory holds them: in small letters, without a dot at the end, other letters than ASCII as <c>xn--…</c>.</summary>
public static class HostNames
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The one spelling of a host name; one that is none stays as it is, to be refused by its name.</summary>
    public static string? Normalized(string? host)
    {
        if (host is null)
        {
            return null;
        }

        var bare = host.Trim().TrimEnd('.');
        try
        {
            return Idn.GetAscii(bare).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return bare;
        }
    }

    /// <summary>Whether the portal itself is reached by a name, so that no site may take it: this machine, an address of numbers, a name without a dot, the public address.</summary>
    public static bool IsOfPortal(string host, Uri? publicAddress) =>
        !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".localhost", StringComparison.Ordinal) || IPAddress.TryParse(host, out _)
        || publicAddress is not null && (host.Equals(publicAddress.IdnHost, StringComparison.OrdinalIgnoreCase) || host.Equals("www." + publicAddress.IdnHost, StringComparison.OrdinalIgnoreCase));
}
