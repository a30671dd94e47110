using GovPortal.Core.Localization;

namespace GovPortal.Procedures.Site;

/// <summary>Puts the times and fees of a procedure into words, for its table and for the box above it.</summary>
public sealed class MethodWords(Localizer say, Procedure procedure)
{
    // What fits the box; a longer text stays in the table below.
    private const int LongestInBox = 120;

    /// <summary>How long it takes; where no number rules, the text does.</summary>
    public string Time(Method method) =>
        method.Time is { } time && say.Has($"procedures.time.{method.TimeUnit}") ? say[$"procedures.time.{method.TimeUnit}", time]
        : string.IsNullOrWhiteSpace(method.Text) ? say["procedures.time.none"]
        : say["procedures.time.text"];

    // The catalogue holds some fees in thousands (“100” beside “100.000 đồng”); no fee in đồng is that small, so the text rules.
    private const decimal LeastPlausible = 1_000;

    /// <summary>An amount, “free of charge”, or that the text says how much: 0 beside a text is no free service.</summary>
    public string Fee(Fee fee) =>
        IsAmount(fee) ? say[$"procedures.fee.{(fee.Currency == "USD" ? "USD" : "VND")}", fee.Value]
        : string.IsNullOrWhiteSpace(fee.Text) ? say["procedures.fee.none"]
        : say["procedures.fee.text"];

    public string Channel(Method method) => say.Has($"procedures.channel.{method.Channel}") ? say[$"procedures.channel.{method.Channel}"] : method.Channel;

    public string Channels => string.Join(", ", procedure.Methods.Select(Channel).Distinct());

    /// <summary>The one time of all methods, or the first with the word that others differ.</summary>
    public string BoxTime => procedure.Methods.Select(ShortTime).Distinct().ToArray() switch
    {
        [] => say["procedures.time.none"],
        [var one] => one,
        var several => say["procedures.by-channel", several[0]],
    };

    public string BoxFee => procedure.Methods.SelectMany(m => m.Fees).Select(ShortFee).Distinct().ToArray() switch
    {
        [] => say["procedures.fee.unknown"],
        [var one] => one,
        _ when Amounts.FirstOrDefault() is { } least => say["procedures.fee.from", Fee(least)],
        _ => say["procedures.fee.text"],
    };

    /// <summary>Who takes the dossier, in one line.</summary>
    public string? Where => procedure.ExecutingAgencies.FirstOrDefault()?.Name ?? procedure.ExecutingUnitGroups.FirstOrDefault() ?? procedure.PromulgatingAgency?.Name;

    private IEnumerable<Fee> Amounts => procedure.Methods.SelectMany(m => m.Fees).Where(IsAmount).OrderBy(fee => fee.Currency == "USD").ThenBy(fee => fee.Value);

    /// <summary>True where the number says what it costs.</summary>
    public static bool IsAmount(Fee fee) => fee.Value > 0 && (fee.Currency == "USD" || fee.Value >= LeastPlausible || string.IsNullOrWhiteSpace(fee.Text));

    private string ShortFee(Fee fee) =>
        Fee(fee) == say["procedures.fee.text"] && fee.Text is { Length: <= LongestInBox } text ? text : Fee(fee);

    private string ShortTime(Method method) =>
        Time(method) == say["procedures.time.text"] && method.Text is { Length: <= LongestInBox } text ? text : Time(method);
}
