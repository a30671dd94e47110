using Microsoft.Extensions.Configuration;

namespace GovPortal.Core.Outside;

/// <summary>Which addresses outside this installation asks: the setting <c>GovPortal:LinkCheck</c>, for links and for what imports fetch.</summary>
/// <param name="IsOff">Links are not checked.</param>
/// <param name="IsEverywhere">Addresses inside the agency's own network are asked too.</param>
public sealed record OutsideRule(bool IsOff, bool IsEverywhere)
{
    public const string Setting = "GovPortal:LinkCheck";

    /// <exception cref="InvalidOperationException">The setting is none of its words.</exception>
    public static OutsideRule From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[Setting] switch
        {
            null or "" or "on" => new OutsideRule(false, false),
            "everywhere" => new OutsideRule(false, true),
            "off" => new OutsideRule(true, false),
            var odd => throw new InvalidOperationException($"{Setting} is “{odd}”; it may be on, off or everywhere."),
        };
    }
}
