using GovPortal.Core.Files;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Tests.Surveying;

/// <summary>The way of a survey: one stage after the other, back only with a reason, published by another person.</summary>
public sealed class StageRulesTests
{
    private static readonly Guid Settler = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 4, 1);

    [Fact]
    public void A_survey_goes_forward_stage_by_stage_and_back_to_the_appraisal()
    {
        var stages = Enum.GetValues<SurveyStage>();

        var ways = stages.SelectMany(from => stages.Where(to => StageRules.Refuses(At(from), to, Day, "vì sai", Guid.NewGuid()) is null).Select(to => (from, to)));

        Assert.Equal(
            [
                (SurveyStage.Prepared, SurveyStage.Open), (SurveyStage.Open, SurveyStage.Appraisal), (SurveyStage.Appraisal, SurveyStage.Objection), (SurveyStage.Objection, SurveyStage.Appraisal),
                (SurveyStage.Objection, SurveyStage.Final), (SurveyStage.Final, SurveyStage.Appraisal), (SurveyStage.Final, SurveyStage.Published), (SurveyStage.Published, SurveyStage.Appraisal),
            ],
            ways);
    }

    [Theory]
    [InlineData(SurveyStage.Objection)]
    [InlineData(SurveyStage.Final)]
    [InlineData(SurveyStage.Published)]
    public void The_way_back_needs_a_reason(SurveyStage from) => Assert.Equal("rankings.survey.reason", StageRules.Refuses(At(from), SurveyStage.Appraisal, null, " ", Settler)?.Code);

    [Fact]
    public void Who_settled_it_does_not_publish_it_nor_does_nobody()
    {
        Assert.Equal("rankings.survey.four-eyes", StageRules.Refuses(At(SurveyStage.Final), SurveyStage.Published, null, null, Settler)?.Code);
        Assert.Equal("rankings.survey.four-eyes", StageRules.Refuses(At(SurveyStage.Final), SurveyStage.Published, null, null, null)?.Code);
    }

    [Fact]
    public void Nothing_is_settled_while_an_objection_waits() =>
        Assert.Equal("rankings.survey.unanswered", StageRules.Refuses(At(SurveyStage.Objection, new UnitDeclaration { Name = "Sở Y tế", Objection = "Sai" }), SurveyStage.Final, null, null, Settler)?.Code);

    [Fact]
    public void Another_value_than_declared_counts_with_a_reason_alone()
    {
        var declared = new Dictionary<string, DeclaredValue> { ["A"] = new() { Declared = 3 }, ["B"] = new() { Declared = 1, Measured = 5 } };
        var notes = new List<string>();

        var (_, refusals) = Appraisal.Of(declared, new Dictionary<string, (double?, string?)> { ["A"] = (2, "") }, (_, _, _, _) => { });
        var (values, none) = Appraisal.Of(declared, new Dictionary<string, (double?, string?)> { ["A"] = (null, "Không có minh chứng"), ["B"] = (5, "không cần") }, (indicator, from, to, reason) => notes.Add($"{indicator} {from}→{to} {reason}"));

        Assert.Equal("rankings.appraisal.reason", Assert.Single(refusals).Code);
        Assert.Empty(none);
        Assert.Equal((null, 5), (values["A"].Counted, values["B"].Counted));
        Assert.Equal(["A 3→ Không có minh chứng"], notes);
        Assert.Null(values["B"].Reason);
    }

    private static SurveyRecord At(SurveyStage stage, UnitDeclaration? unit = null)
    {
        var questions = new SurveyQuestions(new IndexMethod(Weighting.Fixed, MissingRule.Zero), [new IndicatorGroup("N", 1, [new Indicator("A", Formula.MinMax, 1, 1, [])])], [], new Dictionary<string, string>());
        return new SurveyRecord(new IndexSurvey { Stage = stage, SettledById = Settler, Questions = BodyJson.Write(questions) }, [unit ?? new UnitDeclaration { Name = "Sở Y tế" }]);
    }
}
