using GovPortal.Core.Localization;

namespace GovPortal.Procedures.Site;

/// <summary>Puts the times and fees of a procedure into words, for its table and for the box above it.</summary>
/// <param name="fill">A sentence of a text key with its values.</param>
/// <param name="has">Whether a text key has a sentence.</param>
public sealed class MethodWords(Func<string, object?[], string> fill, Func<string, bool> has, Procedure procedure)
{
    // What fits the box; a longer text stays in the table below.
    private const int LongestInBox = 120;

    // The catalogue holds some fees in thousands (“100” beside “100.000 đồng”); no fee in đồng is that small, so the text rules.
    private const decimal LeastPlausible = 1_000;

    public MethodWords(Localizer say, Procedure procedure) : this((key, values) => say[key, values], say.Has, procedure) { }

    /// <summary>Rows of the table: channels alike stand together.</summary>
    public IReadOnlyList<MethodLine> Rows { get; } = MethodLine.Of(procedure.Methods);

    /// <summary>True where every method costs the same, so that the fees are said once.</summary>
    public bool IsFeeShared => Rows.Select(row => MethodLine.FeesKeyOf(row.First)).Distinct().Count() == 1;

    /// <summary>How long it takes; null where no number rules and the text says it.</summary>
    public string? Time(Method method) =>
        method.Time is { } time && has($"procedures.time.{method.TimeUnit}") ? Say($"procedures.time.{method.TimeUnit}", time)
        : string.IsNullOrWhiteSpace(method.Text) ? Say("procedures.time.none")
        : null;

    /// <summary>An amount or “free of charge”; null where the text says how much: 0 beside a text is no free service.</summary>
    public string? Fee(Fee fee) =>
        IsAmount(fee) ? Say($"procedures.fee.{(fee.Currency == "USD" ? "USD" : "VND")}", fee.Value)
        : string.IsNullOrWhiteSpace(fee.Text) ? Say("procedures.fee.none")
        : null;

    public string Channel(string channel) => has($"procedures.channel.{channel}") ? Say($"procedures.channel.{channel}") : channel;

    public string ChannelsOf(MethodLine row) => string.Join(", ", row.Channels.Select(Channel));

    public string Channels => string.Join(", ", procedure.Methods.Select(method => Channel(method.Channel)).Distinct());

    /// <summary>The one time of all methods; else the least and the most where all are of one unit, or the first, with the word by what they differ: the channel only where channels do.</summary>
    public string BoxTime => Rows.Select(row => ShortTime(row.First)).Distinct().ToArray() switch
    {
        [] => Say("procedures.time.none"),
        [var one] => one,
        var several => Differing(ShortTime, Span() ?? several[0]),
    };

    /// <summary>The one fee of all methods; the least where all are amounts; else one of them with the word that there are more.</summary>
    public string BoxFee
    {
        get
        {
            // What differs by blanks and closing marks alone is one fee, here as in the table.
            var fees = procedure.Methods.SelectMany(method => method.Fees).DistinctBy(MethodLine.FeeKeyOf).ToArray();
            var amounts = fees.Where(IsAmount).OrderBy(fee => fee.Currency == "USD").ThenBy(fee => fee.Value).ToArray();
            return fees.Select(ShortFee).Distinct().ToArray() switch
            {
                [] => Say("procedures.fee.unknown"),
                [var one] => procedure.Methods.All(method => method.Fees.Count > 0) ? one : Differing(FeesOf, one),
                _ when amounts is [var least, ..] => Say(amounts.Length == fees.Length && procedure.Methods.All(method => method.Fees.Count > 0) && IsLeast(least, amounts) ? "procedures.fee.from" : "procedures.fee.among", Fee(least)),
                var several => Say("procedures.fee.among", several[0]),
            };
        }
    }

    /// <summary>Who takes the dossier, in one line.</summary>
    public string? Where => procedure.ExecutingAgencies.FirstOrDefault()?.Name ?? procedure.ExecutingUnitGroups.FirstOrDefault() ?? procedure.PromulgatingAgency?.Name;

    /// <summary>True where the number says what it costs.</summary>
    public static bool IsAmount(Fee fee) => fee.Value > 0 && (fee.Currency == "USD" || fee.Value >= LeastPlausible || string.IsNullOrWhiteSpace(fee.Text));

    private string? Span()
    {
        var byTime = procedure.Methods.OrderBy(method => method.Time).ToArray();
        return byTime.All(method => method.Time is not null && method.TimeUnit == byTime[0].TimeUnit) && Time(byTime[0]) is { } least && Time(byTime[^1]) is { } most
            ? Say("procedures.time.between", least, most) : null;
    }

    private string Differing(Func<Method, string> said, string first) => Say(DiffersByChannel(said) ? "procedures.by-channel" : "procedures.by-case", first);

    private string FeesOf(Method method) => string.Join('\n', method.Fees.Select(ShortFee).Distinct().Order(StringComparer.Ordinal));

    /// <summary>True where one channel says something that another does not.</summary>
    private bool DiffersByChannel(Func<Method, string> said) =>
        procedure.Methods.GroupBy(method => method.Channel).Select(channel => string.Join('\n', channel.Select(said).Distinct().Order(StringComparer.Ordinal))).Distinct().Count() > 1;

    // Two currencies are not compared, and a text beside the number may name a lesser amount.
    private static bool IsLeast(Fee least, Fee[] amounts) =>
        amounts.All(fee => fee.Currency == least.Currency && StatedAmounts.In(fee.Text).All(stated => stated >= least.Value));

    private string ShortFee(Fee fee) => Fee(fee) ?? Beginning(fee.Text!);

    private string ShortTime(Method method) => Time(method) ?? Beginning(method.Text!);

    private static string Beginning(string text) => ShortName.Of(text, LongestInBox);

    private string Say(string key, params object?[] values) => fill(key, values);
}
