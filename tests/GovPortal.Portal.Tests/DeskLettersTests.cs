using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>People hear of what waits for them, and not of what they did themselves. The portal is one of its own: its clock is moved.</summary>
public sealed class DeskLettersTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Reviewers_hear_of_what_is_submitted_and_writers_of_what_became_of_it()
    {
        await using var portal = new SqlitePortal();
        var (site, other) = (await portal.WithRecipeAsync("commune"), await portal.WithRecipeAsync("commune"));
        var (author, publisher, stranger) = (await site.TakeInAsync(Role.Author), await site.TakeInAsync(Role.Publisher), await other.TakeInAsync(Role.Publisher));
        var (writes, decides) = (await EnterAsync(portal, author), await EnterAsync(portal, publisher));
        var form = new Dictionary<string, string> { ["Title"] = "Lịch tiêm chủng", ["Body"] = "Tiêm vào thứ Năm." };

        var desk = (await writes.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", form, "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect).Location!;
        var asked = await portal.Post.AwaitAsync(publisher);
        Assert.Contains("Chờ duyệt: Lịch tiêm chủng", asked.Subject, StringComparison.Ordinal);
        Assert.Equal(desk, PostBag.LinkIn(asked));

        (await decides.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Ghi rõ địa điểm." }, "button[data-act=send-back]")).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Ghi rõ địa điểm.", (await portal.Post.AwaitAsync(author)).TextBody, StringComparison.Ordinal);

        (await writes.FillAsync(desk, Nothing, "button[data-act=submit]")).Insist(HttpStatusCode.Redirect);
        (await decides.FillAsync(desk, Nothing, "button[data-act=publish]")).Insist(HttpStatusCode.Redirect);
        await portal.Post.AwaitAsync(author, 2);
        Assert.Contains("Đã đăng: Lịch tiêm chủng", (await portal.Post.ToAsync(author)).Select(letter => letter.Subject));
        Assert.Equal(2, (await portal.Post.ToAsync(publisher)).Count);
        Assert.Empty(await portal.Post.ToAsync(stranger));
    }

    [Fact]
    public async Task Who_wants_no_letters_gets_none()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var (author, publisher, quiet) = (await site.TakeInAsync(Role.Author), await site.TakeInAsync(Role.Publisher), await site.TakeInAsync(Role.Publisher));
        (await (await EnterAsync(portal, quiet)).FillAsync("/tai-khoan", new Dictionary<string, string> { ["WantsLetters"] = "false" }, "form[action*=Name] button")).Insist(HttpStatusCode.Redirect);

        var form = new Dictionary<string, string> { ["Title"] = "Lịch tiếp dân", ["Body"] = "Ngày 10 hằng tháng." };
        (await (await EnterAsync(portal, author)).FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", form, "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);

        await portal.Post.AwaitAsync(publisher);
        Assert.Empty(await portal.Post.ToAsync(quiet));
    }

    [Fact]
    public async Task On_the_day_of_review_those_who_look_after_an_item_are_reminded_once()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var publisher = await site.TakeInAsync(Role.Publisher);
        var id = await site.PublishAsync(new Article { Title = "Số điện thoại trực", Body = "<p>0204 115.</p>" });
        var day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime.AddDays(20));
        (await (await EnterAsync(portal, publisher)).FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string> { ["ReviewOn"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);

        portal.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Contains("Đến ngày xem lại: Số điện thoại trực", (await portal.Post.AwaitAsync(publisher)).Subject, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromDays(2));
        var later = await site.PublishAsync(new Article { Title = "Bài đến sau", Body = "<p>Mốc so sánh.</p>" });
        var next = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime.AddDays(2));
        (await (await EnterAsync(portal, publisher)).FillAsync($"{site.Root}/quan-tri/muc/{later}", new Dictionary<string, string> { ["ReviewOn"] = next.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await portal.Post.AwaitAsync(publisher, 2);
        Assert.Equal(["Bài đến sau", "Số điện thoại trực"], (await portal.Post.ToAsync(publisher)).Select(letter => letter.Subject!.Split(": ")[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_came_in_and_who_was_made_what_stands_in_the_audit_log()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var (administrator, member) = (await site.TakeInAsync(Role.SiteAdministrator), await site.TakeInAsync(Role.Author));
        var (here, wrong) = (await EnterAsync(portal, administrator), portal.NewVisitor());
        (await wrong.FillAsync($"{site.Root}/dang-nhap", new Dictionary<string, string> { ["SignInName"] = member, ["Password"] = "khong-phai-dau" })).Insist(HttpStatusCode.OK);
        (await here.FillAsync($"{site.Root}/quan-tri/nguoi-dung/moi", new Dictionary<string, string> { ["Email"] = "nguoi.moi@example.vn", ["Roles[Author]"] = "true" })).Insist(HttpStatusCode.Redirect);

        var log = (await here.GetAsync($"{site.Root}/quan-tri/nhat-ky")).Insist(HttpStatusCode.OK);

        Assert.Contains("Đăng nhập không được", log.Words, StringComparison.Ordinal);
        Assert.Contains(member, log.Words, StringComparison.Ordinal);
        Assert.Contains("Mời làm việc", log.Words, StringComparison.Ordinal);
        Assert.Contains("nguoi.moi@example.vn", log.Words, StringComparison.Ordinal);
    }

    private static async Task<Visitor> EnterAsync(PortalFixture portal, string email)
    {
        var visitor = portal.NewVisitor();
        await visitor.SignInAsync(email, TestSite.Password);
        return visitor;
    }
}
