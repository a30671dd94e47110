using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using Ical.Net;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.WorkCalendar.Tests;

/// <summary>The work calendar over HTTP. It is Monday, 2 March 2026.</summary>
public abstract class CalendarPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Họp giao ban: đường Đặng Thùy Trâm";

    private static Appointment Meeting => new()
    {
        Title = Title,
        StartsAt = new DateTime(2026, 3, 3, 8, 0, 0, DateTimeKind.Unspecified),
        EndsAt = new DateTime(2026, 3, 3, 10, 30, 0, DateTimeKind.Unspecified),
        Place = "Phòng họp số 1",
        Chair = "Chủ tịch UBND xã Nguyễn Thị Ánh",
        Participants = "Trưởng các thôn; công chức địa chính",
    };

    [Fact]
    public async Task A_week_shows_its_days_and_appointments()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Meeting));

        var week = (await site.VisitAsync("/lich-cong-tac")).Insist(HttpStatusCode.OK);

        Assert.Equal("Lịch công tác", week.Heading);
        Assert.Contains("Tuần 10, từ 02/03/2026 đến 08/03/2026", week.Words, StringComparison.Ordinal);
        Assert.Equal(5, week.Html.QuerySelectorAll("main tbody h2").Length);
        string[] cells = ["08:00 – 10:30", Title, "Chủ tịch UBND xã Nguyễn Thị Ánh", "Trưởng các thôn; công chức địa chính", "Phòng họp số 1"];
        Assert.Equal(cells, week.Html.QuerySelectorAll("main tbody td[data-label]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains(item.Slug, (await site.VisitAsync("/lich-cong-tac?tuan=2026-W10")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Slug, (await site.VisitAsync("/lich-cong-tac?tuan=2026-W11")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("Chủ tịch UBND xã", (await site.VisitAsync("/lich-cong-tac/" + item.Slug)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/lich-cong-tac?tuan=2026-W54")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_calendar_program_reads_the_feed()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Meeting);

        var answer = (await site.VisitAsync("/lich-cong-tac.ics")).Insist(HttpStatusCode.OK);
        var entry = Assert.Single(Calendar.Load(answer.Text)!.Events);

        Assert.Equal("text/calendar", answer.MediaType);
        Assert.Equal((Title, "Phòng họp số 1"), (entry.Summary, entry.Location));
        Assert.Equal(new DateTime(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc), entry.DtStart!.AsUtc);
        Assert.Equal(new DateTime(2026, 3, 3, 3, 30, 0, DateTimeKind.Utc), entry.DtEnd!.AsUtc);
        Assert.Contains("Chủ trì: Chủ tịch UBND xã", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_what_was_withdrawn_are_in_no_week_and_no_feed()
    {
        var site = await WithRecipeAsync();
        await site.DraftAsync(Meeting with { Title = "Còn là bản nháp" });
        var id = await site.PublishAsync(Meeting);
        Assert.Null(await site.WithdrawAsync(id, "Hoãn họp."));

        foreach (var path in new[] { "/lich-cong-tac", "/lich-cong-tac.ics", "/api/v1/work-calendar" })
        {
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("Còn là bản nháp", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Thùy Trâm", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_appointment_of_another_site_is_not_here()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var item = await own.ItemAsync(await own.PublishAsync(Meeting));

        (await own.VisitAsync("/lich-cong-tac/" + item.Slug)).Insist(HttpStatusCode.OK);
        (await other.VisitAsync("/lich-cong-tac/" + item.Slug)).Insist(HttpStatusCode.NotFound);
        Assert.Empty(Calendar.Load((await other.VisitAsync("/lich-cong-tac.ics")).Text)!.Events);
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_and_publishes_what_is_right()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/lich-cong-tac/moi";
        Dictionary<string, string> fields = new() { ["Title"] = Title, ["StartsAt"] = "2026-03-03T08:00", ["EndsAt"] = "2026-03-03T07:00", ["Place"] = "Nhà văn hóa thôn Đông" };

        var refused = (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK);
        Assert.Contains("Giờ kết thúc phải sau giờ bắt đầu", refused.Words, StringComparison.Ordinal);
        fields["StartsAt"] = "mai";
        Assert.Contains("“mai” không phải ngày đúng", (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);

        (fields["StartsAt"], fields["EndsAt"]) = ("03/03/2026 08:00", "");
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Nhà văn hóa thôn Đông", (await site.VisitAsync("/lich-cong-tac")).Words, StringComparison.Ordinal);
    }
}

public sealed class CalendarPagesOnSqliteTests(SqlitePortal portal) : CalendarPagesTests(portal);

public sealed class CalendarPagesOnPostgresTests(PostgresPortal portal) : CalendarPagesTests(portal);
