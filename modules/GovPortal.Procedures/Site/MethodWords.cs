using GovPortal.Core.Web;

namespace GovPortal.Procedures.Site;

/// <summary>Puts the times and fees of a procedure into words, for its table and for the box above it.</summary>
public sealed class MethodWords(Say say, Procedure procedure)
{
    // What fits the box; a longer text stays in the table below.
    private const int LongestInBox = 90;

    /// <summary>How long it takes; where no number rules, the text does.</summary>
    public string Time(Method method) =>
        method.Time is { } time && say.Has($"procedures.time.{method.TimeUnit}") ? say[$"procedures.time.{method.TimeUnit}", time]
        : string.IsNullOrWhiteSpace(method.Text) ? say["procedures.time.none"]
        : say["procedures.time.text"];

    /// <summary>An amount, “free of charge”, or that the text says how much: 0 beside a text is no free service.</summary>
    public string Fee(Fee fee) =>
        fee.Value is > 0 and var value ? say[$"procedures.fee.{(fee.Currency == "USD" ? "USD" : "VND")}", value]
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
        var several when several.Contains(say["procedures.fee.text"]) => say["procedures.fee.text"],
        var several => say["procedures.by-channel", several[0]],
    };

    /// <summary>Who takes the dossier, in one line.</summary>
    public string? Where => procedure.ExecutingAgencies.FirstOrDefault()?.Name ?? procedure.ExecutingUnitGroups.FirstOrDefault() ?? procedure.PromulgatingAgency?.Name;

    private string ShortFee(Fee fee) =>
        Fee(fee) == say["procedures.fee.text"] && fee.Text is { Length: <= LongestInBox } text ? text : Fee(fee);

    private string ShortTime(Method method) =>
        Time(method) == say["procedures.time.text"] && method.Text is { Length: <= LongestInBox } text ? text : Time(method);
}
