using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>How people come to work on a site, and leave it.</summary>
public abstract class InvitingPeopleTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Remove = "form[action*=Remove] button";

    [Fact]
    public async Task Who_is_invited_chooses_a_name_and_a_password_and_works_as_what_was_offered()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var (email, link) = await InviteAsync(site, administrator, Role.Publisher);
        var guest = Portal.NewVisitor();

        var accepted = await guest.FillAsync(link, New("Trần Thị Đoan Trang"));

        Assert.Equal($"{site.Root}/quan-tri", accepted.Insist(HttpStatusCode.Redirect).Location);
        var desk = (await guest.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        Assert.Contains("Trần Thị Đoan Trang", desk.Words, StringComparison.Ordinal);
        var list = (await administrator.GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Insist(HttpStatusCode.OK);
        Assert.Contains("Trần Thị Đoan Trang", list.Words, StringComparison.Ordinal);
        Assert.Contains("Người đăng", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Thư mời đang chờ", list.Words, StringComparison.Ordinal);
        await Portal.NewVisitor().SignInAsync(email, TestSite.Password);
    }

    [Fact]
    public async Task A_link_is_good_once_and_on_its_own_site()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var (_, once) = await InviteAsync(site, administrator, Role.Author);
        (await Portal.NewVisitor().GetAsync(once.Replace(site.Root, other.Root, StringComparison.Ordinal))).Insist(HttpStatusCode.Gone);
        (await Portal.NewVisitor().FillAsync(once, New("Người thứ nhất"))).Insist(HttpStatusCode.Redirect);

        (await Portal.NewVisitor().GetAsync(once)).Insist(HttpStatusCode.Gone);
        (await Portal.NewVisitor().GetAsync($"{site.Root}/moi/doan-bua")).Insist(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Who_is_known_already_signs_in_and_keeps_their_password()
    {
        var (home, site) = (await WithRecipeAsync(), await WithRecipeAsync());
        var email = await home.TakeInAsync(Role.Author);
        var (_, link) = await InviteAsync(site, await site.SignInAsAsync(Role.SiteAdministrator), Role.Reviewer, email);
        var guest = Portal.NewVisitor();

        Assert.Null((await guest.GetAsync(link)).Insist(HttpStatusCode.OK).Html.QuerySelector("#Password"));
        var stranger = await home.SignInAsAsync(Role.Author);
        Assert.Null((await stranger.GetAsync(link)).Html.QuerySelector("main form"));
        await guest.SignInAsync(email, TestSite.Password);
        (await guest.FillAsync(link, new Dictionary<string, string>(), "main form button")).Insist(HttpStatusCode.Redirect);

        (await guest.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        (await guest.GetAsync($"{home.Root}/quan-tri")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_gives_a_role_above_their_own()
    {
        var site = await WithRecipeAsync();
        var administrator = await Portal.Portal.SignInAsAsync(Role.SiteAdministrator);
        var email = Email();

        var page = (await administrator.GetAsync("/quan-tri/nguoi-dung/moi")).Insist(HttpStatusCode.OK);
        var refused = (await administrator.FillAsync("/quan-tri/nguoi-dung/moi", Offer(email, Role.PortalAdministrator), "form.gp-sheet button")).Insist(HttpStatusCode.OK);
        var author = await site.SignInAsAsync(Role.Author);

        Assert.Null(page.Html.QuerySelector("input[name='Roles[PortalAdministrator]']"));
        Assert.Contains("vai trò cao hơn", refused.Words, StringComparison.Ordinal);
        Assert.Empty(await Portal.Post.ToAsync(email));
        var withoutRole = (await administrator.FillAsync("/quan-tri/nguoi-dung/moi", new Dictionary<string, string> { ["Email"] = email })).Insist(HttpStatusCode.OK).Words;
        Assert.Contains("ít nhất một vai trò", withoutRole, StringComparison.Ordinal);
        Assert.DoesNotContain("Đưa ra khỏi trang", withoutRole, StringComparison.Ordinal);
        Assert.Contains("khong-co-quyen", (await author.GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_the_invited_is_seen_on_its_own_site_alone()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var (email, _) = await InviteAsync(site, await site.SignInAsAsync(Role.SiteAdministrator), Role.Author);

        var theirs = (await (await other.SignInAsAsync(Role.SiteAdministrator)).GetAsync($"{other.Root}/quan-tri/nguoi-dung")).Insist(HttpStatusCode.OK);
        var own = (await (await site.SignInAsAsync(Role.SiteAdministrator)).GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Insist(HttpStatusCode.OK);

        Assert.DoesNotContain(email, theirs.Text, StringComparison.Ordinal);
        Assert.Contains(email, own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_withdrawn_or_sent_anew_ends_its_former_link()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var (email, first) = await InviteAsync(site, administrator, Role.Author);
        var list = $"{site.Root}/quan-tri/nguoi-dung";

        (await administrator.FillAsync(list, new Dictionary<string, string>(), "form[action*=Resend] button")).Insist(HttpStatusCode.Redirect);
        await Portal.Post.AwaitAsync(email, 2);
        var links = (await Portal.Post.ToAsync(email)).Select(PostBag.LinkIn).ToArray();
        var second = links.Single(l => l != first);
        (await Portal.NewVisitor().GetAsync(first)).Insist(HttpStatusCode.Gone);
        (await Portal.NewVisitor().GetAsync(second)).Insist(HttpStatusCode.OK);

        (await administrator.FillAsync(list, new Dictionary<string, string>(), "form[action*=Withdraw] button")).Insist(HttpStatusCode.Redirect);
        (await Portal.NewVisitor().GetAsync(second)).Insist(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_invitation_ends_with_the_rights_of_who_sent_it()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.SiteAdministrator);
        var leaving = Portal.NewVisitor();
        await leaving.SignInAsync(email, TestSite.Password);
        var (_, link) = await InviteAsync(site, leaving, Role.SiteAdministrator);
        var staying = await site.SignInAsAsync(Role.SiteAdministrator);

        (await staying.FillAsync(await MemberAsync(site, staying, email), new Dictionary<string, string>(), Remove)).Insist(HttpStatusCode.Redirect);

        (await Portal.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Roles_change_and_end_at_the_next_request()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var email = await site.TakeInAsync(Role.Author);
        var author = Portal.NewVisitor();
        await author.SignInAsync(email, TestSite.Password);
        var member = await MemberAsync(site, administrator, email);

        (await administrator.FillAsync(member, new Dictionary<string, string> { ["Roles[Author]"] = "false", ["Roles[Auditor]"] = "true" })).Insist(HttpStatusCode.Redirect);
        Assert.Contains("khong-co-quyen", (await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        (await author.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);

        (await administrator.FillAsync(member, new Dictionary<string, string> { ["endSessions"] = "true" }, Remove)).Insist(HttpStatusCode.Redirect);
        Assert.EndsWith("/dang-nhap", (await author.GetAsync("/tai-khoan")).Insist(HttpStatusCode.Redirect).Location!.Split('?')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_until_there_is_another()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.SiteAdministrator);
        var only = Portal.NewVisitor();
        await only.SignInAsync(email, TestSite.Password);
        var me = await MemberAsync(site, only, email);

        var refused = (await only.FillAsync(me, new Dictionary<string, string>(), Remove)).Insist(HttpStatusCode.OK);
        await site.TakeInAsync(Role.SiteAdministrator);
        (await only.FillAsync(me, new Dictionary<string, string>(), Remove)).Insist(HttpStatusCode.Redirect);

        Assert.Contains("quản trị viên cuối cùng", refused.Words, StringComparison.Ordinal);
        Assert.Contains("khong-co-quyen", (await only.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    private protected static async Task<(string Email, string Link)> InviteAsync(TestSite site, Visitor administrator, Role role, string? email = null)
    {
        email ??= Email();
        (await administrator.FillAsync($"{site.Root}/quan-tri/nguoi-dung/moi", Offer(email, role))).Insist(HttpStatusCode.Redirect);
        return (email, PostBag.LinkIn(await site.Portal.Post.AwaitAsync(email)));
    }

    private static async Task<string> MemberAsync(TestSite site, Visitor administrator, string email)
    {
        var list = (await administrator.GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Insist(HttpStatusCode.OK).Html;
        return list.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(email, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }

    private static string Email() => $"moi.{Guid.NewGuid():n}@example.vn";

    private static Dictionary<string, string> Offer(string email, Role role) => new() { ["Email"] = email, [$"Roles[{role}]"] = "true" };

    private static Dictionary<string, string> New(string name) => new() { ["Name"] = name, ["Password"] = TestSite.Password };
}

public sealed class InvitingPeopleOnSqliteTests(SqlitePortal portal) : InvitingPeopleTests(portal)
{
    [Fact]
    public async Task A_link_ends_after_seven_days()
    {
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var (_, link) = await InviteAsync(site, await site.SignInAsAsync(Role.SiteAdministrator), Role.Author);

        own.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await own.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.OK);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = (await own.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.Gone);

        Assert.Contains("không còn dùng được", gone.Words, StringComparison.Ordinal);
        Assert.Contains("no-store", gone.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("Hết hạn", (await (await site.SignInAsAsync(Role.SiteAdministrator)).GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Words, StringComparison.Ordinal);
    }
}

public sealed class InvitingPeopleOnPostgresTests(PostgresPortal portal) : InvitingPeopleTests(portal);
