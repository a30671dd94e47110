using GovPortal.Core.Files;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Surveying;

/// <summary>A survey with what agencies declared, as both desks see it.</summary>
public sealed class SurveyRecord(IndexSurvey survey, IReadOnlyList<UnitDeclaration> declarations)
{
    public IndexSurvey Survey => survey;

    public IReadOnlyList<UnitDeclaration> Declarations => declarations;

    public SurveyQuestions Questions { get; } = BodyJson.Read<SurveyQuestions>(survey.Questions);

    public static IReadOnlyDictionary<string, DeclaredValue> ValuesOf(UnitDeclaration declaration) => BodyJson.Read<Dictionary<string, DeclaredValue>>(declaration.Values);

    /// <summary>The index as it stands: what agencies never declared is not known.</summary>
    public PublishedIndex ToIndex() => new()
    {
        Year = survey.Year,
        Title = survey.Title,
        Basis = survey.Basis,
        Coverage = Questions.Coverage,
        Index = new UnitIndex(Questions.Method, Questions.Groups, [.. declarations.Select(UnitOf)]),
    };

    private RankedUnit UnitOf(UnitDeclaration declaration)
    {
        var values = ValuesOf(declaration);
        return new RankedUnit(declaration.Name, declaration.Block, [.. Questions.Indicators.Select(indicator => values.GetValueOrDefault(indicator.Name)?.Counted)]);
    }
}
