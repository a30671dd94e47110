using System.Net;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>A new item begins as a copy of another, or of a template that administrators keep.</summary>
public abstract class BeginningFromAnotherTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_copy_has_all_but_what_only_the_original_may_have_and_is_nothing_until_it_is_saved()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "9/QĐ-UBND", Abstract = "Về mức thu", Issuer = site.Tenant.Title, IssuedOn = new DateOnly(2026, 1, 5), Signer = "Trần Văn Bình" });

        var card = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Insist(HttpStatusCode.OK);
        var address = $"{site.Root}/quan-tri/van-ban/moi?tu={id}";
        var form = (await author.GetAsync(address)).Insist(HttpStatusCode.OK);

        Assert.NotNull(card.Html.QuerySelector($"a[href='{address}']"));
        Assert.Equal(("Quyết định", "", "", "Trần Văn Bình", "Về mức thu"), (Value("Type"), Value("Number"), Value("IssuedOn"), Value("Signer"), form.Html.GetElementById("Abstract")!.TextContent.Trim()));
        Assert.DoesNotContain("Bản nháp", (await author.GetAsync($"{site.Root}/quan-tri/noi-dung?trang-thai=Draft")).Html.QuerySelector("tbody")?.TextContent ?? "", StringComparison.Ordinal);
        (await author.FillAsync(address, new Dictionary<string, string> { ["Number"] = "10/QĐ-UBND" }, to: $"{site.Root}/quan-tri/van-ban/moi")).Insist(HttpStatusCode.Redirect);
        Assert.Equal("9/QĐ-UBND", (await site.ItemAsync(id)).Code);

        string Value(string field) => form.Html.GetElementById(field) is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value ?? "" : form.Html.GetElementById(field)!.GetAttribute("value") ?? "";
    }

    [Fact]
    public async Task Nothing_is_copied_from_another_site_or_of_another_type()
    {
        var (site, neighbour) = (await WithRecipeAsync(), await WithRecipeAsync());
        var author = await site.SignInAsAsync(Role.Author);
        var secret = await neighbour.PublishArticleAsync("Bài của xã bên");
        var document = await site.PublishAsync(new LegalDocument { Number = "1/TB-UBND", Abstract = "Thông báo", Issuer = "Ủy ban" });

        foreach (var id in new[] { secret, document, 999_999_999 })
        {
            (await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi?tu={id}")).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_template_is_offered_to_every_author_changed_by_administrators_alone_and_never_public()
    {
        var site = await WithRecipeAsync();
        var (author, administrator) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.SiteAdministrator));
        var id = await site.DraftAsync(new Article { Title = "Mẫu lịch tiếp dân", Body = "<p>Thời gian: …</p>" });
        var card = $"{site.Root}/quan-tri/muc/{id}";
        Assert.Null((await author.GetAsync(card)).Html.QuerySelector("[data-act=keep-as-template]"));

        (await administrator.FillAsync(card, new Dictionary<string, string>(), "button[data-act=keep-as-template]")).Insist(HttpStatusCode.Redirect);
        var fresh = (await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK);
        var begun = (await author.GetAsync(fresh.Html.QuerySelector("[data-templates] a")!.GetAttribute("href")!)).Insist(HttpStatusCode.OK);
        var refused = (await author.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = "Ghi đè", ["Body"] = "<p>x</p>" }, to: $"{site.Root}/quan-tri/tin-tuc/{id}"));
        (await administrator.FillAsync($"{site.Root}/quan-tri/tin-tuc/{id}", new Dictionary<string, string> { ["Title"] = "Mẫu lịch tiếp công dân" })).Insist(HttpStatusCode.Redirect);

        Assert.Equal("Mẫu lịch tiếp dân", begun.Html.GetElementById("Title")!.GetAttribute("value"));
        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.DoesNotContain($"/quan-tri/tin-tuc/{id}", refused.Location ?? "", StringComparison.Ordinal);
        Assert.Equal("Mẫu lịch tiếp công dân", (await site.ItemAsync(id)).Title);
        Assert.Null((await administrator.GetAsync(card)).Html.QuerySelector("[data-act=publish], [data-act=submit], [data-act=delete]"));
        Assert.NotNull(await site.PublishAgainAsync(id));
        Assert.Equal($"{site.Root}/quan-tri/muc/{id}", (await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/{id}")).Insist(HttpStatusCode.Redirect).Location);

        (await administrator.FillAsync(card, new Dictionary<string, string>(), "button[data-act=end-template]")).Insist(HttpStatusCode.Redirect);
        Assert.Null((await author.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Html.QuerySelector("[data-templates]"));
        Assert.Equal(ContentState.Draft, (await site.ItemAsync(id)).State);
    }
}

public sealed class BeginningFromAnotherOnSqliteTests(SqlitePortal portal) : BeginningFromAnotherTests(portal);

public sealed class BeginningFromAnotherOnPostgresTests(PostgresPortal portal) : BeginningFromAnotherTests(portal);
