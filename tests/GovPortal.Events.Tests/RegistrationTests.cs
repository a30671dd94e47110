using System.Net;
using GovPortal.Core.Security;
using GovPortal.Events.Delegates;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Events.Tests;

/// <summary>Registering for an event, and the desk that receives delegates. It is Monday, 2 March 2026.</summary>
public abstract class RegistrationTests(PortalFixture portal) : PortalTest(portal)
{
    private static PublicEvent Conference => new()
    {
        Title = $"Hội nghị đường Đặng Thùy Trâm {Guid.NewGuid():n}",
        StartsAt = new DateTime(2026, 3, 12, 8, 0, 0, DateTimeKind.Unspecified),
        Place = "Nhà văn hóa xã",
        Registration = new EventRegistration(new DateOnly(2026, 3, 10), 2, "Tên và liên hệ dùng để đón tiếp, xóa sau ba mươi ngày."),
    };

    [Fact]
    public async Task Who_registers_gets_a_code_a_letter_and_a_place()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var email = $"{Guid.NewGuid():n}@example.vn";

        Assert.Contains($"/su-kien/{item.Slug}/dang-ky", (await site.VisitAsync("/su-kien/" + item.Slug)).Text, StringComparison.Ordinal);
        var done = (await FillAsync(site, item.Slug, "Nguyễn Thị Ánh", email)).Insist(HttpStatusCode.OK);
        var code = done.Html.QuerySelector("main .gp-code")!.TextContent;

        var letter = await Portal.Post.AwaitAsync(email);
        Assert.Contains(code, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Ánh", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Còn 1 chỗ.", (await site.VisitAsync($"/su-kien/{item.Slug}/dang-ky")).Words, StringComparison.Ordinal);
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var row = await db.EventDelegates.SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Ánh", row.SealedData, StringComparison.Ordinal);
        Assert.Equal(Conference.Registration!.Consent, row.Consent);
    }

    [Fact]
    public async Task A_form_sent_twice_registers_once_and_a_full_hall_takes_nobody()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var key = Guid.NewGuid().ToString();

        var codes = new[] { await FillAsync(site, item.Slug, "Trần Văn Bền", "ben@example.vn", key), await FillAsync(site, item.Slug, "Trần Văn Bền", "ben@example.vn", key) }
            .Select(answer => answer.Html.QuerySelector("main .gp-code")!.TextContent);
        Assert.Single(codes.Distinct());

        await FillAsync(site, item.Slug, "Lê Văn Đủ", "du@example.vn");
        Assert.Contains("Đã hết chỗ", (await site.VisitAsync($"/su-kien/{item.Slug}/dang-ky")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_at_once_than_there_are_places_do_not_all_get_one()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var visitors = Enumerable.Range(0, 5).Select(_ => Portal.NewVisitor()).ToArray();

        var answers = await Task.WhenAll(visitors.Select((visitor, n) => visitor.FillAsync($"{site.Root}/su-kien/{item.Slug}/dang-ky", Fields($"Người {n}", $"nguoi{n}@example.vn"))));

        Assert.Equal(2, answers.Count(answer => answer.Html.QuerySelector("main .gp-code") is not null));
    }

    [Theory]
    [InlineData("FullName", "", "Họ và tên")]
    [InlineData("Email", "không phải thư", "không phải địa chỉ thư điện tử")]
    [InlineData("Phone", "0123456789012345678901234567890123456789", "Điện thoại")]
    [InlineData("Agrees", "false", "Hãy đánh dấu đồng ý")]
    public async Task What_is_missing_or_wrong_is_said(string field, string value, string said)
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var fields = Fields("Nguyễn Thị Ánh", "anh@example.vn");
        fields[field] = value;

        var answer = (await Portal.NewVisitor().FillAsync($"{site.Root}/su-kien/{item.Slug}/dang-ky", fields)).Insist(HttpStatusCode.OK);

        Assert.Contains(said, answer.Words, StringComparison.Ordinal);
        Assert.Null(answer.Html.QuerySelector("main .gp-code"));
    }

    [Fact]
    public async Task After_the_closing_day_nobody_registers_and_without_registration_there_is_no_form()
    {
        var site = await WithRecipeAsync();
        var closed = await site.ItemAsync(await site.PublishAsync(Conference with { Registration = Conference.Registration! with { ClosesOn = new DateOnly(2026, 3, 1) } }));
        var free = await site.ItemAsync(await site.PublishAsync(Conference with { Registration = null }));

        Assert.Contains("Đã hết hạn đăng ký", (await site.VisitAsync($"/su-kien/{closed.Slug}/dang-ky")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync($"/su-kien/{free.Slug}/dang-ky")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_network_registers_only_so_often()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var visitor = Portal.NewVisitor();
        var answers = new List<Answer>();
        for (var n = 0; n < 21; n++)
        {
            answers.Add(await visitor.FillAsync($"{site.Root}/su-kien/{item.Slug}/dang-ky", Fields("", "")));
        }

        Assert.All(answers[..20], answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20].Status);
    }

    [Fact]
    public async Task The_desk_sees_the_list_takes_it_as_a_file_checks_in_by_code_and_removes()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishAsync(Conference));
        var code = (await FillAsync(site, item.Slug, "=Nguyễn Thị Ánh", "anh@example.vn")).Html.QuerySelector("main .gp-code")!.TextContent;
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/su-kien/{item.Id}/dai-bieu";

        var list = (await publisher.GetAsync(address)).Insist(HttpStatusCode.OK);
        Assert.Contains("1 người đã đăng ký, 0 người đã đến.", list.Words, StringComparison.Ordinal);
        Assert.Contains("\"'=Nguyễn Thị Ánh\"", (await publisher.GetAsync(address + "?handler=File")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var badges = (await publisher.GetAsync($"{site.Root}/quan-tri/su-kien/{item.Id}/the")).Insist(HttpStatusCode.OK);
        Assert.StartsWith("data:image/svg+xml", badges.Html.QuerySelector(".gp-badges img")!.GetAttribute("src"), StringComparison.Ordinal);

        Assert.Contains("đã đến.", (await publisher.FillAsync(address, new Dictionary<string, string> { ["ma"] = code.ToLowerInvariant() }, "[formaction*=CheckIn], form[action*=CheckIn] button")).Words, StringComparison.Ordinal);
        Assert.Contains("đã được ghi nhận từ trước", (await publisher.FillAsync(address, new Dictionary<string, string> { ["ma"] = code }, "form[action*=CheckIn] button")).Words, StringComparison.Ordinal);
        Assert.Contains("Không đại biểu nào", (await publisher.FillAsync(address, new Dictionary<string, string> { ["ma"] = "KHONGCO" }, "form[action*=CheckIn] button")).Words, StringComparison.Ordinal);

        var chosen = list.Html.QuerySelector("button[name=Chosen]")!.GetAttribute("value")!;
        (await publisher.FillAsync(address, new Dictionary<string, string> { ["Chosen"] = chosen }, "form[action*=Remove] button")).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Chưa có ai đăng ký.", (await publisher.GetAsync(address)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delegates_of_another_site_are_not_seen_and_authors_see_none()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var item = await own.ItemAsync(await own.PublishAsync(Conference));
        await FillAsync(own, item.Slug, "Nguyễn Thị Ánh", "anh@example.vn");
        var (stranger, author) = (await other.SignInAsAsync(Role.SiteAdministrator), await own.SignInAsAsync(Role.Author));

        foreach (var path in new[] { "dai-bieu", "dai-bieu?handler=File", "the" })
        {
            (await stranger.GetAsync($"{other.Root}/quan-tri/su-kien/{item.Id}/{path}")).Insist(HttpStatusCode.NotFound);
            Assert.NotEqual(HttpStatusCode.OK, (await author.GetAsync($"{own.Root}/quan-tri/su-kien/{item.Id}/{path}")).Status);
        }
    }

    private static Dictionary<string, string> Fields(string name, string email) => new() { ["FullName"] = name, ["Email"] = email, ["Agrees"] = "true" };

    private Task<Answer> FillAsync(TestSite site, string slug, string name, string email, string? key = null)
    {
        var fields = Fields(name, email);
        if (key is not null)
        {
            fields["FormKey"] = key;
        }

        return Portal.NewVisitor().FillAsync($"{site.Root}/su-kien/{slug}/dang-ky", fields);
    }
}

public sealed class RegistrationOnSqliteTests(SqlitePortal portal) : RegistrationTests(portal);

public sealed class RegistrationOnPostgresTests(PostgresPortal portal) : RegistrationTests(portal);
