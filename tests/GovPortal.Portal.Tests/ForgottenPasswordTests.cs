using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class ForgottenPasswordTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Fresh = "mat-khau-vua-dat";

    [Fact]
    public async Task A_link_of_a_letter_sets_a_new_password_once_and_ends_every_session()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var old = Portal.NewVisitor();
        await old.SignInAsync(email, TestSite.Password);

        await AskAsync(site, email);
        var link = PostBag.LinkIn(await Portal.Post.AwaitAsync(email));
        (await Portal.NewVisitor().FillAsync(link, new Dictionary<string, string> { ["Password"] = "ngan" })).Insist(HttpStatusCode.OK);
        (await Portal.NewVisitor().FillAsync(link, new Dictionary<string, string> { ["Password"] = Fresh })).Insist(HttpStatusCode.Redirect);

        (await Portal.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.Gone);
        (await old.GetAsync("/tai-khoan")).Insist(HttpStatusCode.Redirect);
        await Portal.NewVisitor().SignInAsync(email, Fresh);
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_the_address_is_known()
    {
        var site = await WithRecipeAsync();
        var unknown = $"khong.co.{Guid.NewGuid():n}@example.vn";

        var to = await AskAsync(site, await site.TakeInAsync(Role.Author));
        var nobody = await AskAsync(site, unknown);

        Assert.Equal(to.Html.QuerySelector("main")!.TextContent, nobody.Html.QuerySelector("main")!.TextContent);
        Assert.Empty(await Portal.Post.ToAsync(unknown));
    }

    [Fact]
    public async Task A_mailbox_is_not_filled()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var other = await site.TakeInAsync(Role.Author);

        for (var turn = 0; turn < 5; turn++)
        {
            await AskAsync(site, email);
        }

        // Letters go out in turn: when the other's has come, no more will for the first.
        await AskAsync(site, other);
        await Portal.Post.AwaitAsync(other);
        Assert.Equal(3, (await Portal.Post.ToAsync(email)).Count);
    }

    private protected static async Task<Answer> AskAsync(TestSite site, string email) =>
        (await site.Portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = email })).Insist(HttpStatusCode.OK);
}

public sealed class ForgottenPasswordOnSqliteTests(SqlitePortal portal) : ForgottenPasswordTests(portal)
{
    [Fact]
    public async Task A_link_ends_after_an_hour_and_an_invented_one_never_began()
    {
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var email = await site.TakeInAsync(Role.Author);
        await AskAsync(site, email);
        var link = PostBag.LinkIn(await own.Post.AwaitAsync(email));

        (await own.NewVisitor().GetAsync($"{site.Root}/dang-nhap/mat-khau-moi/bia-ra")).Insist(HttpStatusCode.Gone);
        (await own.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.OK);
        own.Clock.Advance(TimeSpan.FromHours(1));

        (await own.NewVisitor().GetAsync(link)).Insist(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Who_asks_too_often_from_one_place_is_told_to_wait()
    {
        await using var own = new SqlitePortal();
        await own.StartAsync();
        var visitor = own.NewVisitor();

        Answer answer = null!;
        for (var turn = 0; turn < 31; turn++)
        {
            answer = await visitor.FillAsync("/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = $"ai.do.{turn}@example.vn" });
        }

        Assert.Contains("thử lại sau một giờ", answer.Words, StringComparison.Ordinal);
    }
}

public sealed class ForgottenPasswordOnPostgresTests(PostgresPortal portal) : ForgottenPasswordTests(portal);
