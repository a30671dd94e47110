using GovPortal.Web.Pages;
using Serilog.Core;
using Serilog.Events;

namespace GovPortal.Host;

/// <summary>Masks what opens something to whoever reads it, in everything that is logged, by whomever and at whatever level.</summary>
internal sealed class SecretsOutOfLogs : ILogEventEnricher
{
    // Sees the request of the moment, whoever logs.
    private readonly HttpContextAccessor requests = new();

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var ofRequest = requests.HttpContext is { } http ? SecretAddresses.Of(http) : [];
        foreach (var (name, value) in logEvent.Properties.ToArray())
        {
            if (Masked(value, ofRequest) is { } masked)
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, masked));
            }
        }
    }

    // Null when there is nothing to mask, which is nearly always.
    private static ScalarValue? Masked(LogEventPropertyValue value, IReadOnlyList<string> ofRequest)
    {
        var text = value is ScalarValue scalar ? scalar.Value as string ?? (scalar.Value is Uri or PathString or HostString ? scalar.Value.ToString() : null) : value.ToString();
        return text is not null && ofRequest.Aggregate(SecretAddresses.Masked(text), (kept, secret) => kept.Replace(secret, SecretAddresses.Mask, StringComparison.Ordinal)) is var masked && masked != text
            ? new ScalarValue(masked) : null;
    }
}
