using System.CommandLine;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>calendar due</c>.</summary>
internal static class CalendarVerbs
{
    public static Command Make() => new("calendar", "Asks the working calendar; import calendar FILE changes it.") { Due() };

    private static Command Due()
    {
        var from = new Option<string?>("--from") { Description = "Moment of reception, local time, as 2026-02-13T16:00." };
        var days = new Option<string?>("--days") { Description = "Working days, at least 1." };
        var hours = new Option<string?>("--hours") { Description = "Working hours instead, as 16 or 4.5." };
        var paused = new Option<string[]>("--paused") { Description = "A stretch in which the clock stands still, FROM/TO; may be said several times." };
        var site = new Option<string?>("--site") { Description = "The site whose calendar is asked; otherwise the province's." };
        var json = new Option<bool>("--json") { Description = "The answer is one JSON object, with or without this." };
        var due = new Command("due", "Says when something is due by the working calendar. Without an installation the public holidays the product knows are taken.") { from, days, hours, paused, site, json };
        due.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var (question, refusals) = DueQuestion.Read(parsed.GetValue(from), parsed.GetValue(days), parsed.GetValue(hours), parsed.GetValue(paused) ?? []);
            var directory = services.GetRequiredService<TenantDirectory>();
            var named = parsed.GetValue(site);
            var asked = directory.FindByName(named ?? Tenant.PortalName);
            if (named is not null && asked is null)
            {
                refusals = [.. refusals, new Refusal("sites.unknown", "site", named)];
            }

            if (question is null || refusals.Count > 0)
            {
                return CommandRunner.Refuse(services, refusals.Select(refusal => refusal with { Field = $"--{refusal.Field}" }));
            }

            var calendar = asked is null ? WorkingCalendar.National : await services.GetRequiredService<WorkingCalendars>().OfAsync(asked, stop);
            var answer = question.AskOf(calendar);
            if (answer.Refusal is { } refusal)
            {
                return CommandRunner.Refuse(services, refusal);
            }

            Console.WriteLine(JsonSerializer.Serialize(new ApiDue(answer.Written), JsonSerializerOptions.Web));
            return Verbs.Done;
        }, Doing.ReadsIfThere, ct));
        return due;
    }
}
