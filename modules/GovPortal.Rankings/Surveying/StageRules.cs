using GovPortal.Core.Checking;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Surveying;

/// <summary>Which stage follows which, and what must be done before.</summary>
public static class StageRules
{
    private static readonly (SurveyStage From, SurveyStage To)[] Ways =
    [
        (SurveyStage.Prepared, SurveyStage.Open), (SurveyStage.Open, SurveyStage.Appraisal), (SurveyStage.Appraisal, SurveyStage.Objection), (SurveyStage.Objection, SurveyStage.Final), (SurveyStage.Final, SurveyStage.Published),
        (SurveyStage.Objection, SurveyStage.Appraisal), (SurveyStage.Final, SurveyStage.Appraisal), (SurveyStage.Published, SurveyStage.Appraisal),
    ];

    public static IReadOnlyList<SurveyStage> After(SurveyStage stage) => [.. Ways.Where(way => way.From == stage).Select(way => way.To)];

    /// <summary>True for the way back, which needs a reason.</summary>
    public static bool IsBack(SurveyStage from, SurveyStage to) => to < from;

    /// <summary>Why the survey cannot go there; null when it can.</summary>
    public static Refusal? Refuses(SurveyRecord record, SurveyStage to, DateOnly? objectBy, string? reason, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(record);
        var survey = record.Survey;
        if (!After(survey.Stage).Contains(to))
        {
            return new Refusal("rankings.survey.no-way");
        }

        if (IsBack(survey.Stage, to) && string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("rankings.survey.reason", "reason");
        }

        return to switch
        {
            SurveyStage.Open when record.Declarations.Count == 0 => new Refusal("rankings.survey.nobody"),
            SurveyStage.Objection when objectBy is null => new Refusal("rankings.survey.object-by", "objectBy"),
            SurveyStage.Final when record.Declarations.FirstOrDefault(d => d.Objection is not null && d.Answer is null) is { } open => new Refusal("rankings.survey.unanswered", Value: open.Name),
            SurveyStage.Final when IndexComputation.Compute(record.ToIndex().Index).Refusal is { } refusal => refusal,
            SurveyStage.Published when by is null || by == survey.SettledById => new Refusal("rankings.survey.four-eyes"),
            _ => null,
        };
    }
}
