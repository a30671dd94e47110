using GovPortal.Core.Checking;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Admin;

/// <summary>Values typed into a form, one for each indicator in their order, with a word to each.</summary>
internal static class Typed
{
    private const int LongestWord = 1_000;

    /// <returns>By name of the indicator the value and the word beside it, which is evidence or a reason.</returns>
    public static (IReadOnlyDictionary<string, (double? Value, string? Word)> Values, IReadOnlyList<Refusal> Refusals) Read(SurveyQuestions questions, List<string?> values, List<string?> words)
    {
        var (result, refusals) = (new Dictionary<string, (double?, string?)>(), new List<Refusal>());
        foreach (var (indicator, i) in questions.Indicators.Select((indicator, i) => (indicator, i)))
        {
            var (value, refusal) = TypedValue.Read(indicator, values.ElementAtOrDefault(i));
            var word = words.ElementAtOrDefault(i) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;
            if ((refusal ?? (word?.Length > LongestWord ? new Refusal("rankings.survey.long", indicator.Name, $"{LongestWord}") : null)) is { } no)
            {
                refusals.Add(no);
            }

            result[indicator.Name] = (value, word);
        }

        return (result, refusals);
    }

    /// <summary>The refusal at the field of its indicator, named for the reader.</summary>
    public static Refusal AtField(SurveyQuestions questions, Refusal refusal)
    {
        var position = questions.Indicators.Select(indicator => indicator.Name).ToList().IndexOf(refusal.Field ?? "");
        return position < 0 ? refusal with { Field = null } : refusal with { Field = $"Value_{position}" };
    }
}
