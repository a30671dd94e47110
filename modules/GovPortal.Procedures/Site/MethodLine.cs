namespace GovPortal.Procedures.Site;

/// <summary>A row of the table of methods: the channels that take the same time, say the same and cost the same.</summary>
/// <param name="First">The method whose time, text and fees all of <paramref name="Channels"/> share.</param>
/// <param name="Channels">Codes as the record holds them, each once, in its order.</param>
public sealed record MethodLine(Method First, IReadOnlyList<string> Channels)
{
    /// <summary>Methods that say the same stand once, in the order of the first of them.</summary>
    public static IReadOnlyList<MethodLine> Of(IReadOnlyList<Method> methods) =>
    [
        .. methods.GroupBy(method => (KeyOf(method), FeesKeyOf(method)))
            .Select(same => new MethodLine(same.First(), [.. same.Select(method => method.Channel).Distinct()])),
    ];

    /// <summary>What the fees of a method say, for comparing; their order and a fee said twice make no difference.</summary>
    public static string FeesKeyOf(Method method) =>
        string.Join('\n', method.Fees.Select(FeeKeyOf).Distinct().Order(StringComparer.Ordinal));

    public static string FeeKeyOf(Fee fee) => $"{fee.Type}|{fee.Value / 1.000m}|{fee.Currency}|{Plain(fee.Text)}";

    private static string KeyOf(Method method) => $"{method.Time / 1.000m}|{method.TimeUnit}|{Plain(method.Text)}";

    // Blanks and closing marks differ where people typed the same words three times.
    private static string Plain(string? text) =>
        string.Join(' ', (text ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ';', ',', ' ');
}
