using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class SigningInTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_read_alike()
    {
        var unknown = await TryAsync("khong.co@example.vn", "mat-khau-nao-do");
        var wrong = await TryAsync("admin", "mat-khau-sai-nhe");

        Assert.Equal(unknown.Html.QuerySelector("main")!.TextContent, wrong.Html.QuerySelector("main")!.TextContent);
        await TryAsync("admin", PortalFixture.AdminPassword, HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string target)
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);

        var answer = await Portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap?ve={Uri.EscapeDataString(target)}", Fields(email, TestSite.Password));

        Assert.Equal($"{site.Root}/quan-tri", answer.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task One_is_taken_back_to_where_one_wanted_to_go()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var visitor = Portal.NewVisitor();

        var door = (await visitor.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.Redirect).Location!;
        var entered = await visitor.FillAsync(new Uri(Portal.Address, door).PathAndQuery, Fields(email, TestSite.Password));

        Assert.Equal($"{site.Root}/quan-tri/tin-tuc/moi", entered.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var site = await WithRecipeAsync();
        var visitor = await site.SignInAsAsync(Role.Author);

        (await visitor.FillAsync($"{site.Root}/quan-tri", new Dictionary<string, string>(), "form[action$='/dang-xuat'] button")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("/dang-nhap", (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_from_elsewhere_is_refused()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Title"] = "Bài gửi từ trang lạ", ["Body"] = "<p>x</p>" });

        (await editor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/tin-tuc/moi?handler=Publish", content: content)).Insist(HttpStatusCode.BadRequest);

        (await site.VisitAsync("/tin-tuc/bai-gui-tu-trang-la")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_session_cookie_is_for_the_server_alone()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);

        var answer = await Portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap", Fields(email, TestSite.Password));

        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("govportal=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Answer> TryAsync(string name, string password, HttpStatusCode expected = HttpStatusCode.OK) =>
        (await Portal.NewVisitor().FillAsync("/dang-nhap", Fields(name, password))).Insist(expected);

    private static Dictionary<string, string> Fields(string name, string password) => new() { ["SignInName"] = name, ["Password"] = password };
}

public sealed class SigningInOnSqliteTests(SqlitePortal portal) : SigningInTests(portal);

public sealed class SigningInOnPostgresTests(PostgresPortal portal) : SigningInTests(portal);
