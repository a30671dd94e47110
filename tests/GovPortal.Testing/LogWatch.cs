using Serilog.Core;
using Serilog.Events;

namespace GovPortal.Testing;

/// <summary>Keeps what the server warned of, so that every test can end by seeing that it warned of nothing.</summary>
public sealed class LogWatch : ILogEventSink
{
    private const string SiteProperty = "Tenant";

    private readonly System.Threading.Lock gate = new();
    private readonly List<(string? Site, string Line)> warnings = [];

    /// <summary>How many warnings there are; what comes after this mark is new.</summary>
    public int Mark
    {
        get
        {
            lock (gate)
            {
                return warnings.Count;
            }
        }
    }

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level >= LogEventLevel.Warning && !IsHarmless(logEvent))
        {
            var site = logEvent.Properties.TryGetValue(SiteProperty, out var value) && value is ScalarValue { Value: string name } ? name : null;
            lock (gate)
            {
                warnings.Add((site, $"{logEvent.Level} [{site}] {logEvent.RenderMessage(null)} {logEvent.Exception}"));
            }
        }
    }

    /// <summary>Warnings since the mark that name one of the sites, or none: those of other tests' sites are theirs.</summary>
    public IReadOnlyList<string> Since(int mark, IReadOnlyCollection<string> sites)
    {
        lock (gate)
        {
            return [.. warnings.Skip(mark).Where(w => w.Site is null || sites.Contains(w.Site)).Select(w => w.Line)];
        }
    }

    // Keys lie unencrypted in the data folder of every installation on Linux; the operator's guide says who may read it.
    private static bool IsHarmless(LogEvent logEvent) =>
        logEvent.MessageTemplate.Text.StartsWith("No XML encryptor configured", StringComparison.Ordinal)
        || logEvent.MessageTemplate.Text.Contains("where keys may not be persisted", StringComparison.Ordinal);
}
