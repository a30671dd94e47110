using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Tests.Surveying;

/// <summary>What a survey asks, as people write it.</summary>
public sealed class SurveyQuestionsTests
{
    private static readonly string[] Measures = ["site-is-on", "days-since-last-news"];

    [Fact]
    public void What_a_first_survey_may_ask_can_be_asked_and_written_again()
    {
        var (questions, refusals) = SurveyQuestions.Read(UsualQuestions.Json, Measures);
        var (again, none) = SurveyQuestions.Read(questions!.Write(), Measures);

        Assert.Empty(refusals);
        Assert.Empty(none);
        Assert.Equal(questions.Write(), again!.Write());
        Assert.Equal((7, 2), (again.Coverage.Count, again.Measures.Count));
    }

    [Theory]
    [InlineData("""  "days-since-last-news"  """, """  "mood"  """, "rankings.measure.unknown", "mood")]
    [InlineData("""  "key": "officers"  """, """  "key": "cars"  """, "rankings.coverage.unknown", "cars")]
    [InlineData("""  "indicator": "Chữ ký số của cơ quan"  """, """  "indicator": "Chữ ký"  """, "rankings.coverage.no-indicator", "Chữ ký")]
    public void What_is_not_there_is_told(string good, string wrong, string code, string value)
    {
        var (questions, refusals) = SurveyQuestions.Read(UsualQuestions.Json.Replace(good.Trim(), wrong.Trim(), StringComparison.Ordinal), Measures);

        Assert.Null(questions);
        Assert.Equal((code, value), (Assert.Single(refusals).Code, refusals[0].Value));
    }
}
