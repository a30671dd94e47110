using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Core.Configuration;

/// <summary>Numbers among the settings.</summary>
public static class SettingNumbers
{
    /// <param name="name">For example <c>GovPortal:Media:LargestMiB</c>.</param>
    /// <param name="usual">Where nothing is given.</param>
    /// <param name="least">The smallest that may be given.</param>
    /// <param name="most">The largest that may be given.</param>
    /// <exception cref="InvalidOperationException">What is given is no such number; the sentence names setting, value and range.</exception>
    public static T Number<T>(this IConfiguration settings, string name, T usual, T least, T most) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = settings[name];
        return string.IsNullOrWhiteSpace(given) ? usual
            : T.TryParse(given, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is “{given}”; it may be a number from {least} to {most}."));
    }
}
