using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>People work in the language they read, whatever the site speaks to its readers.</summary>
public abstract class LanguagesOfTheDeskTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Every_page_of_the_desk_leads_to_itself_in_the_other_language()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Lịch tiếp dân");
        var editor = await site.SignInAsAsync(Role.SiteAdministrator);

        foreach (var path in new[] { "/quan-tri", "/quan-tri/noi-dung?q=lich&loai=article", $"/quan-tri/muc/{id}", "/quan-tri/tin-tuc/moi", "/quan-tri/nhat-ky", "/quan-tri/nguoi-dung", "/quan-tri/thu-vien", "/tai-khoan" })
        {
            var vietnamese = (await editor.GetAsync(site.Root + path)).Insist(HttpStatusCode.OK);
            var english = (await editor.GetAsync(SwitchOf(vietnamese))).Insist(HttpStatusCode.OK);
            Assert.Equal($"{site.Root}/en{path}", english.Address);
            Assert.Equal(("vi", "en"), (vietnamese.Html.DocumentElement.GetAttribute("lang"), english.Html.DocumentElement.GetAttribute("lang")));
            Assert.Equal(site.Root + path, SwitchOf(english));
        }
    }

    [Fact]
    public async Task The_desk_speaks_English_on_a_site_whose_readers_are_offered_Vietnamese_alone()
    {
        var site = await WithRecipeAsync();
        await OfferVietnameseAloneAsync(site);
        await site.PublishArticleAsync("Lịch tiếp dân", slug: "lich");
        var editor = await site.SignInAsAsync(Role.Publisher);

        var desk = (await editor.GetAsync($"{site.Root}/en/quan-tri")).Insist(HttpStatusCode.OK);

        Assert.Equal("en", desk.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"{site.Root}/", desk.Html.QuerySelector(".gp-bar__end > a")!.GetAttribute("href"));
        (await site.VisitAsync("/en/tin-tuc/lich")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_desk_opens_in_the_language_somebody_works_in()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var door = $"{site.Root}/dang-nhap";
        Assert.Equal($"{site.Root}/quan-tri", await EnterAsync(door));
        await ChooseAsync(email, "en");

        Assert.Equal($"{site.Root}/en/quan-tri", await EnterAsync(door));
        Assert.Equal($"{site.Root}/en/quan-tri/noi-dung?q=a", await EnterAsync(door + "?ve=" + Uri.EscapeDataString($"{site.Root}/quan-tri/noi-dung?q=a")));
        Assert.Equal($"{site.Root}/tin-tuc", await EnterAsync(door + "?ve=" + Uri.EscapeDataString($"{site.Root}/tin-tuc")));
        Assert.Equal("/en/tai-khoan", await EnterAsync("/dang-nhap?ve=%2Ftai-khoan"));
        await ChooseAsync(email, "vi");
        Assert.Equal($"{site.Root}/quan-tri", await EnterAsync($"{site.Root}/en/dang-nhap"));

        async Task<string?> EnterAsync(string address) =>
            (await Portal.NewVisitor().FillAsync(address, new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = TestSite.Password })).Insist(HttpStatusCode.Redirect).Location;
    }

    [Fact]
    public async Task Letters_come_in_the_language_of_who_reads_them()
    {
        var site = await WithRecipeAsync();
        var (author, english, vietnamese) = (await site.TakeInAsync(Role.Author), await site.TakeInAsync(Role.Publisher), await site.TakeInAsync(Role.Publisher));
        await ChooseAsync(english, "en");
        var form = new Dictionary<string, string> { ["Title"] = "Lịch tiêm chủng", ["Body"] = "Tiêm vào thứ Năm." };
        var writer = Portal.NewVisitor();
        await writer.SignInAsync(author, TestSite.Password);

        (await writer.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", form, "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);
        var (one, other) = (await Portal.Post.AwaitAsync(english), await Portal.Post.AwaitAsync(vietnamese));
        (await Portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = english })).Insist(HttpStatusCode.OK);

        Assert.DoesNotContain("Kính gửi", one.TextBody, StringComparison.Ordinal);
        Assert.StartsWith($"{site.Root}/en/quan-tri/muc/", PostBag.LinkIn(one), StringComparison.Ordinal);
        Assert.Contains("Chờ duyệt", other.Subject, StringComparison.Ordinal);
        Assert.StartsWith($"{site.Root}/quan-tri/muc/", PostBag.LinkIn(other), StringComparison.Ordinal);
        await Portal.Post.AwaitAsync(english, 2);
        Assert.Contains((await Portal.Post.ToAsync(english)).Select(PostBag.LinkIn), link => link.StartsWith($"{site.Root}/en/dang-nhap/", StringComparison.Ordinal));
    }

    private static string SwitchOf(Answer page) => page.Html.QuerySelector(".gp-bar .gp-lang a")!.GetAttribute("href")!;

    private async Task ChooseAsync(string email, string language)
    {
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(email, TestSite.Password);
        (await visitor.FillAsync("/tai-khoan", new Dictionary<string, string> { ["Language"] = language }, "form[action*=Name] button")).Insist(HttpStatusCode.Redirect);
    }

    private static async Task OfferVietnameseAloneAsync(TestSite site) =>
        Assert.Empty(await site.Register.SetAsync(site.Name, settings => settings with { Languages = ["vi"] }, CancellationToken.None));
}

public sealed class LanguagesOfTheDeskOnSqliteTests(SqlitePortal portal) : LanguagesOfTheDeskTests(portal);

public sealed class LanguagesOfTheDeskOnPostgresTests(PostgresPortal portal) : LanguagesOfTheDeskTests(portal);
