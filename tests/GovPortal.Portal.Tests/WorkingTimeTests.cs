using System.Globalization;
using System.Net;
using System.Text.Json;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Due moments asked for at a shell and over HTTP, and the calendars they follow.</summary>
public abstract class WorkingTimeTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Question = "/api/v1/working-time/due?from=2026-02-13T16:00&days=3";

    [Fact]
    public async Task Shell_and_address_answer_alike()
    {
        var site = await WithRecipeAsync();

        var verb = (await Portal.RunAsync("calendar", "due", "--from", "2026-02-13T16:00", "--days", "3", "--site", site.Name, "--json")).Insist(0);
        var paused = await site.VisitAsync("/api/v1/working-time/due?from=2026-01-02T10:30&days=7&paused=2026-01-06T01:30/2026-01-11T01:30");

        Assert.Equal("{\"due\":\"2026-02-25T16:00\"}", verb.Output.Trim());
        Assert.Equal("{\"due\":\"2026-02-25T16:00\"}", (await site.VisitAsync(Question)).Insist(HttpStatusCode.OK).Text);
        Assert.Equal("{\"due\":\"2026-01-19T17:00\"}", paused.Insist(HttpStatusCode.OK).Text);
    }

    [Theory]
    [InlineData("days=3", "from")]
    [InlineData("from=2026-02-13T16:00", "days")]
    [InlineData("from=2026-02-13T16:00&days=3&hours=4", "days")]
    [InlineData("from=2026-02-13T16:00&days=-3", "“-3”")]
    [InlineData("from=2026-02-13T16:00&hours=0", "“0”")]
    [InlineData("from=2026-02-13&days=3", "“2026-02-13”")]
    [InlineData("from=2026-02-13T16:00&days=3&paused=x", "“x”")]
    [InlineData("from=2026-02-23T16:00&days=3&paused=2026-02-24T16:00/2026-02-24T15:00", "2026-02-24T16:00/2026-02-24T15:00")]
    [InlineData("from=2026-12-30T16:00&days=3", "2027")]
    public async Task A_question_that_has_no_answer_is_told_what_is_wrong_with_it(string query, string named)
    {
        var answer = await Portal.Portal.VisitAsync("/api/v1/working-time/due?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Contains(named, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_takes_in_a_day_off_counts_without_it_and_its_neighbour_does_not()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(file, ["""{"from":"2026-02-24","kind":"off","name":"Ngày truyền thống"}""", """{"kind":"hours","weekday":"saturday","hours":"07:30-11:30"}""",
            """{"from":"2026-02-30","kind":"off"}""", """{"from":"2026-12-31","to":"2027-01-01","kind":"off"}""", """{"from":"2026-02-24","kind":"work"}""", """{"kind":"hours","weekday":"someday"}"""]);

        var first = (await Portal.RunAsync("import", "calendar", file, "--tenant", a.Name)).Insist(1);
        var again = (await Portal.RunAsync("import", "calendar", file, "--tenant", a.Name)).Insist(1);

        Assert.Contains("6 records: 2 taken in (2 added, 0 changed, 0 unchanged), 4 refused", first.Output, StringComparison.Ordinal);
        Assert.Contains("(0 added, 0 changed, 2 unchanged)", again.Output, StringComparison.Ordinal);
        Assert.Equal("{\"due\":\"2026-02-25T16:00\"}", (await a.VisitAsync("/api/v1/working-time/due?from=2026-02-23T16:00&days=1")).Text);
        Assert.Equal("{\"due\":\"2026-02-28T11:30\"}", (await a.VisitAsync("/api/v1/working-time/due?from=2026-02-27T16:00&days=1")).Text);
        Assert.Equal("{\"due\":\"2026-02-24T16:00\"}", (await b.VisitAsync("/api/v1/working-time/due?from=2026-02-23T16:00&days=1")).Text);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_says_what_it_would()
    {
        var site = await WithRecipeAsync();
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllTextAsync(file, """{"from":"2027-01-01","kind":"off","name":"Tết Dương lịch"}""");

        var dry = (await Portal.RunAsync("import", "calendar", file, "--tenant", site.Name, "--dry-run")).Insist(0);

        Assert.Contains("1 added", dry.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.VisitAsync("/api/v1/working-time/due?from=2027-01-04T08:00&days=1")).Status);
        (await Portal.RunAsync("import", "calendar", file, "--tenant", site.Name)).Insist(0);
        Assert.Equal("{\"due\":\"2027-01-05T08:00\"}", (await site.VisitAsync("/api/v1/working-time/due?from=2027-01-04T08:00&days=1")).Text);
    }

    [Fact]
    public async Task A_wrong_question_at_a_shell_ends_with_2()
    {
        foreach (var (arguments, said) in new[] { ("--days 3", "--from"), ("--from 2026-02-13T16:00 --days drei", "drei"), ("--from 2026-12-30T16:00 --days 3", "2027"), ("--from 2026-02-13T16:00 --days 3 --site khong-co", "khong-co") })
        {
            var ended = (await Portal.RunAsync(["calendar", "due", .. arguments.Split(' ')])).Insist(2);
            Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
            Assert.Empty(ended.Output);
        }
    }
}

public sealed class WorkingTimeOnSqliteTests(SqlitePortal portal) : WorkingTimeTests(portal);

public sealed class WorkingTimeOnPostgresTests(PostgresPortal portal) : WorkingTimeTests(portal);

/// <summary>Asked without an installation.</summary>
public sealed class DueWithoutAnInstallationTests
{
    [Fact]
    public async Task The_public_holidays_that_the_product_knows_are_taken()
    {
        var folder = Directory.CreateTempSubdirectory("govportal-due-").FullName;

        var due = (await CommandLine.RunAsync([$"--GovPortal:DataPath={folder}"], "", "calendar", "due", "--from", "2026-02-13T16:00", "--hours", "16")).Insist(0);
        var ofSite = (await CommandLine.RunAsync([$"--GovPortal:DataPath={folder}"], "", "calendar", "due", "--from", "2026-02-13T16:00", "--hours", "16", "--site", "so-y-te")).Insist(2);

        Assert.Equal("{\"due\":\"2026-02-24T17:00\"}", due.Output.Trim());
        Assert.Contains("so-y-te", ofSite.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "govportal.db")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_cases_that_were_worked_out_by_hand_come_out()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var cases = File.ReadLines(Path.Combine(Repository.Data!, "one-stop", "due-dates.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        var wrong = cases.Where(one => DueOf(one) != one.GetProperty("due").GetString()).Select(one => $"{one} came out as {DueOf(one)}");

        Assert.Equal(60, cases.Length);
        Assert.Empty(wrong);
    }

    private static string DueOf(JsonElement one)
    {
        string? Text(string name) => one.TryGetProperty(name, out var value) ? value.ToString() : null;
        string[] paused = Text("pausedFrom") is { } from ? [$"{from}/{Text("pausedTo")}"] : [];
        return DueQuestion.Read(Text("received"), Text("workingDays"), Text("workingHours"), paused).Question!.AskOf(WorkingCalendar.National).At!.Value.ToString(DueMoment.Format, CultureInfo.InvariantCulture);
    }
}
