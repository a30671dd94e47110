using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Core.Localization;
using GovPortal.Signatures.Checking;

namespace GovPortal.Signatures;

/// <summary>Says in English sentences what was found, for the command line and the API.</summary>
public static class ReportTexts
{
    private static readonly Texts Texts = new([typeof(ReportTexts).Assembly]);

    private static readonly JsonSerializerOptions AsJson = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The report with its reasons as sentences.</summary>
    public static SignatureReport Fill(SignatureReport report) => report with
    {
        Signatures = [.. report.Signatures.Select(s => s with { Reasons = [.. s.Why.Select(Sentence)] })],
        Reasons = [.. report.Why.Select(Sentence)],
    };

    public static string Json(SignatureReport report) => JsonSerializer.Serialize(report, AsJson);

    /// <summary>For a person at a terminal.</summary>
    public static string Lines(SignatureReport report)
    {
        var lines = new StringBuilder();
        foreach (var s in report.Signatures)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{s.Verdict.ToUpperInvariant()}  {s.Subject ?? "?"}{(s.Organization is { } o ? $", {o}" : "")}, by {s.Issuer ?? "?"}, at {s.SignedAt ?? "?"}{(s.TimeStamped ? $" (time stamp of {s.TimeStampAuthority})" : "")}");
            foreach (var reason in s.Reasons)
            {
                lines.AppendLine(CultureInfo.InvariantCulture, $"    {reason}");
            }
        }

        foreach (var reason in report.Reasons)
        {
            lines.AppendLine(reason);
        }

        return lines.ToString().TrimEnd();
    }

    private static string Sentence(Reason reason) => Texts.Filled(Texts.English, reason.Key, [.. reason.Values]);
}
