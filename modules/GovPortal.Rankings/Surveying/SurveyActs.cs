namespace GovPortal.Rankings.Surveying;

/// <summary>Writes down what was done.</summary>
internal static class SurveyActs
{
    public static SurveyAct Of(IndexSurvey survey, TimeProvider clock, int? unit, Guid? by, string what, string? indicator = null, string? from = null, string? to = null, string? reason = null) => new()
    {
        TenantId = survey.TenantId,
        SurveyId = survey.Id,
        UnitId = unit,
        At = clock.GetUtcNow(),
        PersonId = by,
        What = what,
        Indicator = indicator,
        From = from,
        To = to,
        Reason = reason,
    };
}
