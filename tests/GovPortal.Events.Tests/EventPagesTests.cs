using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using Ical.Net;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Events.Tests;

/// <summary>Events over HTTP. It is Monday, 2 March 2026.</summary>
public abstract class EventPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Ngày hội đọc sách đường Đặng Thùy Trâm";

    private static PublicEvent Festival => new()
    {
        Title = Title,
        StartsAt = new DateTime(2026, 3, 12, 8, 0, 0, DateTimeKind.Unspecified),
        EndsAt = new DateTime(2026, 3, 13, 17, 30, 0, DateTimeKind.Unspecified),
        Place = "Nhà văn hóa xã",
        Organiser = "Phòng Văn hóa, Xã hội",
        Summary = "Đổi sách cũ lấy cây xanh.",
    };

    private static PublicEvent Conference => Festival with
    {
        Title = "Hội thảo ứng dụng công nghệ thông tin",
        StartsAt = new DateTime(2015, 5, 8, 8, 0, 0, DateTimeKind.Unspecified),
        EndsAt = new DateTime(2015, 5, 8, 11, 30, 0, DateTimeKind.Unspecified),
        Results = "Đã công bố chỉ số ICT Index.",
        Sessions =
        [
            new EventSession("Chữ ký số", new DateTime(2015, 5, 8, 9, 0, 0, DateTimeKind.Unspecified)) { Track = "Hội trường B", Talks = [new EventTalk("Chữ ký số trong cơ quan", "Ban Cơ yếu Chính phủ", null)] },
            new EventSession("Khai mạc", new DateTime(2015, 5, 8, 8, 0, 0, DateTimeKind.Unspecified)) { Chair = "Phó Chủ tịch UBND tỉnh" },
        ],
    };

    [Fact]
    public async Task What_is_to_come_stands_first_and_what_is_past_under_its_year()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Festival);
        await site.PublishAsync(Festival with { Title = "Sớm hơn", StartsAt = new DateTime(2026, 3, 5, 8, 0, 0, DateTimeKind.Unspecified), EndsAt = null });
        await site.PublishAsync(Festival with { Title = "Đang diễn ra", StartsAt = new DateTime(2026, 2, 27, 8, 0, 0, DateTimeKind.Unspecified), EndsAt = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified) });
        await site.PublishAsync(Conference);

        var page = (await site.VisitAsync("/su-kien")).Insist(HttpStatusCode.OK);
        Assert.Equal(["Đang diễn ra", "Sớm hơn", Title, Conference.Title], page.Html.QuerySelectorAll("main .gp-event__title").Select(title => title.TextContent));
        Assert.Equal("Đã diễn ra năm 2015", page.Html.QuerySelector("#gp-da-qua")!.TextContent);
        Assert.Equal([Conference.Title], (await site.VisitAsync("/su-kien?nam=2015")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("main .gp-event__title").Select(title => title.TextContent));
        Assert.Empty((await site.VisitAsync("/su-kien?nam=2014")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("main .gp-event__title"));
        foreach (var year in new[] { "0001", "9999", "nay" })
        {
            (await site.VisitAsync("/su-kien?nam=" + year)).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_conference_shows_its_programme_by_time()
    {
        var site = await WithRecipeAsync();
        var slug = (await site.ItemAsync(await site.PublishAsync(Conference))).Slug;

        var page = (await site.VisitAsync("/su-kien/" + slug)).Insist(HttpStatusCode.OK);

        Assert.Equal(["Khai mạc", "Chữ ký số"], page.Html.QuerySelectorAll("main .gp-programme h4").Select(title => title.TextContent));
        foreach (var words in new[] { "Phó Chủ tịch UBND tỉnh", "Ban Cơ yếu Chính phủ", "Hội trường B", "Đã công bố chỉ số ICT Index.", "Thứ Sáu, 08/05/2015" })
        {
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        }

        await site.IsFoundAsync("ban co yeu chinh phu", Conference.Title);
    }

    [Fact]
    public async Task A_calendar_program_reads_the_feed_and_each_event()
    {
        var site = await WithRecipeAsync();
        var slug = (await site.ItemAsync(await site.PublishAsync(Festival))).Slug;
        await site.PublishAsync(Conference);

        foreach (var path in new[] { "/su-kien/lich.ics", $"/su-kien/{slug}.ics" })
        {
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            var entry = Assert.Single(Calendar.Load(answer.Text)!.Events);
            Assert.Equal("text/calendar", answer.MediaType);
            Assert.Equal((Title, "Nhà văn hóa xã"), (entry.Summary, entry.Location));
            Assert.Equal(new DateTime(2026, 3, 12, 1, 0, 0, DateTimeKind.Utc), entry.DtStart!.AsUtc);
            Assert.Equal(new DateTime(2026, 3, 13, 10, 30, 0, DateTimeKind.Utc), entry.DtEnd!.AsUtc);
        }

        (await site.VisitAsync("/su-kien/khong-co.ics")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Drafts_and_what_was_withdrawn_are_nowhere()
    {
        var site = await WithRecipeAsync();
        await site.DraftAsync(Festival with { Title = "Còn là bản nháp" });
        Assert.Null(await site.WithdrawAsync(await site.PublishAsync(Festival), "Hoãn vì mưa bão."));

        foreach (var path in new[] { "/su-kien", "/su-kien/lich.ics", "/api/v1/events" })
        {
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("Còn là bản nháp", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Thùy Trâm", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_and_publishes_a_programme()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/su-kien/moi";
        Dictionary<string, string> fields = new()
        {
            ["Title"] = Title,
            ["StartsAt"] = "2026-03-12T08:00",
            ["EndsAt"] = "2026-03-12T17:00",
            ["OnlineAddress"] = "javascript:alert(1)",
            ["Sessions[0].Title"] = "Khai mạc",
            ["Sessions[0].StartsAt"] = "2026-03-14T08:00",
            ["Sessions[0].Talks[0].Title"] = "Vì sao đọc sách",
            ["Sessions[0].Talks[0].Authors"] = "Nguyễn Thị Ánh",
        };

        Assert.Contains("javascript:alert(1)", (await publisher.FillAsync(address, fields, button: "form.gp-editor > button")).Insist(HttpStatusCode.OK).Html.QuerySelector("[id='OnlineAddress-error']")!.TextContent, StringComparison.Ordinal);
        fields["OnlineAddress"] = "https://hop.example.vn/1";
        Assert.Contains("nằm ngoài những ngày của sự kiện", (await publisher.FillAsync(address, fields, button: "form.gp-editor > button")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);

        fields["Sessions[0].StartsAt"] = "12/03/2026 08:00";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
        var link = (await site.VisitAsync("/su-kien")).Html.QuerySelector("main .gp-event__title a")!.GetAttribute("href")!;
        Assert.Contains("Nguyễn Thị Ánh", (await Portal.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_tells_which_record_is_wrong()
    {
        var site = await WithRecipeAsync();

        var report = await site.ImportAsync("events",
            """{"id":"a","title":"Đúng","startsAt":"08/05/2026 08:00","sessions":[{"title":"Khai mạc","from":"08:00"}]}""",
            """{"id":"b","title":"Sai giờ","startsAt":"mai"}""",
            """{"id":"c","title":"Sai phiên","startsAt":"08/05/2026 08:00","sessions":[{"title":"Khai mạc","from":"25:00"}]}""",
            """{"id":"d","title":"Ngược","startsAt":"08/05/2026 08:00","endsAt":"07/05/2026 08:00"}""");

        Assert.Equal(1, report.Added);
        Assert.Equal(["startsAt", "sessions", "EndsAt"], report.Refusals.Select(refused => refused.Field));
    }
}

public sealed class EventPagesOnSqliteTests(SqlitePortal portal) : EventPagesTests(portal);

public sealed class EventPagesOnPostgresTests(PostgresPortal portal) : EventPagesTests(portal);
