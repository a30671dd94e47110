using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Reading;

namespace GovPortal.Rankings.Surveying;

/// <summary>What a survey asks: the index without its units, what coverage counts, and which indicators the product measures itself.</summary>
/// <param name="Measures">Key of the measure by name of the indicator.</param>
public sealed record SurveyQuestions(IndexMethod Method, IReadOnlyList<IndicatorGroup> Groups, IReadOnlyList<CoverageFact> Coverage, IReadOnlyDictionary<string, string> Measures)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public IEnumerable<Indicator> Indicators => Groups.SelectMany(group => group.Indicators);

    /// <summary>What a published index asked; whether an agency has a site is measured from now on.</summary>
    public static SurveyQuestions Of(PublishedIndex published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var measures = published.Coverage.Where(fact => fact.Key == "site").ToDictionary(fact => fact.Indicator, _ => SiteMeasure.SiteIsOn);
        return new SurveyQuestions(published.Index.Method, published.Index.Groups, published.Coverage, measures);
    }

    /// <summary>Reads <c>{"method":…,"groups":…,"coverage":[{"key","indicator"}],"measures":{"indicator":"key"}}</c>.</summary>
    /// <param name="known">Keys of measures there are.</param>
    public static (SurveyQuestions? Questions, IReadOnlyList<Refusal> Refusals) Read(string json, IReadOnlyCollection<string> known)
    {
        var reading = IndexReader.ReadQuestions(Encoding.UTF8.GetBytes(json), out var more);
        if (reading.Index is not { } index || more is null)
        {
            return (null, reading.Refusals);
        }

        var names = index.Indicators.Select(indicator => indicator.Name).ToHashSet();
        Refusal[] refusals =
        [
            .. more.Coverage.Where(fact => !CoverageFact.Keys.Contains(fact.Key)).Select(fact => new Refusal("rankings.coverage.unknown", "coverage", fact.Key)),
            .. more.Coverage.Where(fact => !names.Contains(fact.Indicator)).Select(fact => new Refusal("rankings.coverage.no-indicator", "coverage", fact.Indicator)),
            .. more.Measures.Where(measure => !names.Contains(measure.Key)).Select(measure => new Refusal("rankings.coverage.no-indicator", "measures", measure.Key)),
            .. more.Measures.Where(measure => !known.Contains(measure.Value)).Select(measure => new Refusal("rankings.measure.unknown", "measures", measure.Value)),
        ];
        return refusals.Length > 0 ? (null, refusals) : (new SurveyQuestions(index.Method, index.Groups, more.Coverage, more.Measures), []);
    }

    /// <summary>As people may change it and <see cref="Read"/> reads it.</summary>
    public string Write()
    {
        var file = IndexFile.Of(new UnitIndex(Method, Groups, []));
        return JsonSerializer.Serialize(new { file.Method, file.Groups, Coverage, Measures }, Indented);
    }
}

/// <summary>What a survey has besides an index.</summary>
public sealed record SurveyExtras(IReadOnlyList<CoverageFact> Coverage, IReadOnlyDictionary<string, string> Measures);
