using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Publishing.WorkingTime;

/// <summary>The working calendar as JSON: <c>GET /api/v1/working-time/due</c>, of the site that is asked.</summary>
public static class WorkingTimeApi
{
    public static void MapWorkingTime(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/working-time/due", DueAsync).WithName("Working_time_due").WithTags("working-time");

    private static async Task<Results<Ok<ApiDue>, ProblemHttpResult>> DueAsync(HttpContext http, WorkingCalendars calendars, VisitedSite site, Texts texts, string? from, string? days, string? hours, string[]? paused, CancellationToken ct)
    {
        var (question, refusals) = DueQuestion.Read(from, days, hours, paused ?? []);
        if (question is not null)
        {
            var due = question.AskOf(await calendars.OfAsync(site.Tenant, ct));
            if (due.Refusal is null)
            {
                return TypedResults.Ok(new ApiDue(due.Written));
            }

            refusals = [due.Refusal];
        }

        var language = ApiProblem.LanguageOf(http);
        return ApiProblem.Said(http, StatusCodes.Status400BadRequest, texts.In(language, "api.problem.400"), string.Join(" ", refusals.Select(refusal => refusal.Field is { } field ? $"{field}: {texts.Sentence(language, refusal)}" : texts.Sentence(language, refusal))));
    }
}

/// <param name="Due">Local time of the province, for example <c>2026-02-25T16:00</c>.</param>
public sealed record ApiDue(string Due);
