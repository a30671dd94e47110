using System.Globalization;

namespace GovPortal.Web.Caching;

/// <summary>Writes the query of an address, leaving out what is empty.</summary>
public sealed class QueryWriter
{
    private readonly List<string> parts = [];

    public QueryWriter Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            parts.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        }

        return this;
    }

    public QueryWriter Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Begins with a question mark; empty when there is nothing to ask.</summary>
    public override string ToString() => parts.Count == 0 ? "" : "?" + string.Join('&', parts);
}
