using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Reading;

/// <summary>
/// Reads an index from JSON: <c>{"method":{"weights","missing","decimals"},"groups":[{"name","weight","indicators":[{"name","formula","max","weight","tiers"}]}],"units":[{"name","block","values"}]}</c>.
/// Every mistake is told with its place, value and remedy, and nothing is computed from a file that has one.
/// </summary>
public static class IndexReader
{
    /// <summary>In bytes. 3,321 units with 60 indicators take 3 MB.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private const int Deepest = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <param name="utf8">The bytes of the file; a byte order mark is allowed.</param>
    public static IndexReading Read(ReadOnlyMemory<byte> utf8) => Read(utf8, root => Read(root, hasUnits: true));

    /// <summary>Reads what a survey asks: an index without units, with <c>coverage</c> and <c>measures</c>.</summary>
    /// <param name="extras">Null where anything was refused.</param>
    public static IndexReading ReadQuestions(ReadOnlyMemory<byte> utf8, out SurveyExtras? extras)
    {
        SurveyExtras? found = null;
        var reading = Read(utf8, root =>
        {
            var its = Read(root, hasUnits: false);
            found = its.Index is null ? null : ExtrasReader.Read(root);
            return its;
        });
        extras = found;
        return reading;
    }

    private static IndexReading Read(ReadOnlyMemory<byte> utf8, Func<JsonElement, IndexReading> read)
    {
        if (utf8.Length > LargestFile)
        {
            return Refused("rankings.file.too-large", $"{utf8.Length / 1024 / 1024} MiB");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, Options);
        }
        catch (JsonException fault)
        {
            return Refused("rankings.file.not-json", $"{PlaceOf(fault)}{Findings.Shown(fault.Message)}");
        }
        catch (InvalidOperationException)
        {
            // Looking for double names comes upon half a letter (“\ud800”) in one.
            return Refused("rankings.file.half-letter", @"\ud800–\udfff");
        }

        using (document)
        {
            return read(document.RootElement);
        }
    }

    private static string PlaceOf(JsonException fault) => fault.LineNumber is { } line ? $"{line + 1}:{fault.BytePositionInLine + 1}: " : "";

    private static IndexReading Refused(string code, string value) => new(null, [new Refusal(code, "FILE", value)], 0, []);

    private static IndexReading Read(JsonElement root, bool hasUnits)
    {
        var findings = new Findings();
        if (!findings.IsObject(root, "FILE"))
        {
            return new IndexReading(null, findings.Refusals, 0, []);
        }

        // A downloaded index carries what was published beside what it is computed from.
        findings.ReadOnly(root, "FILE", "method", "groups", "units", "published", "coverage", "measures");
        var method = MethodOf(root, findings);
        var groups = new GroupReader(findings).Read(root, method?.Weights ?? Weighting.Fixed);
        if (findings.Count > 0)
        {
            // Values of units mean nothing without their indicators.
            return new IndexReading(null, findings.Refusals, findings.Count - findings.Refusals.Count, findings.Remarks);
        }

        var units = hasUnits ? new UnitReader(findings, [.. groups.SelectMany(group => group.Indicators)]).Read(root) : [];
        return new IndexReading(findings.Count == 0 ? new UnitIndex(method!, groups, units) : null, findings.Refusals, findings.Count - findings.Refusals.Count, findings.Remarks);
    }

    private static IndexMethod? MethodOf(JsonElement root, Findings findings)
    {
        if (Findings.Find(root, "method") is not { } method)
        {
            findings.Refuse("rankings.field.absent", "method");
            return null;
        }

        if (!findings.IsObject(method, "method"))
        {
            return null;
        }

        findings.ReadOnly(method, "method", "weights", "missing", "decimals");
        var weights = Word(method, "weights", MethodWords.Weights, findings);
        var missing = Word(method, "missing", MethodWords.Missing, findings);
        var decimals = findings.Number(method, "decimals", "method.decimals", IndexMethod.UsualDecimals);
        if (decimals is { } number && (number < 0 || number > IndexMethod.MostDecimals || number % 1 != 0))
        {
            findings.Refuse("rankings.method.decimals", "method.decimals", Findings.Written(number));
        }

        if (weights is Weighting.Pca or Weighting.PcaSquared && missing == MissingRule.Exclude)
        {
            findings.Refuse("rankings.method.exclude-pca", "method.missing", MethodWords.Of(weights.Value));
        }

        return findings.Count == 0 ? new IndexMethod(weights!.Value, missing!.Value, (int)decimals!.Value) : null;
    }

    private static T? Word<T>(JsonElement method, string field, IReadOnlyDictionary<string, T> words, Findings findings) where T : struct
    {
        if (Findings.Find(method, field) is not { } element)
        {
            findings.Refuse($"rankings.method.{field}", $"method.{field}", "null");
        }
        else if (Findings.TextOf(element) is { } word && words.TryGetValue(word, out var choice))
        {
            return choice;
        }
        else
        {
            findings.Refuse($"rankings.method.{field}", $"method.{field}", element.GetRawText());
        }

        return null;
    }
}
