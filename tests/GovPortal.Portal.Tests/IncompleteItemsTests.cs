using System.Net;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Nothing incomplete or impossible goes out by hand; every reason is told at once and leads to its field.</summary>
public abstract class IncompleteItemsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Publish = "button[formaction*=Publish]";

    [Fact]
    public async Task A_procedure_with_name_and_code_only_is_a_draft_and_every_missing_part_is_named()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new Procedure { Code = "1.009998", Name = "Thủ tục chưa đủ phần" });
        string[] fields = ["#Executing", "#Subjects", "#Methods", "#Cases", "#Steps"];

        var form = (await publisher.GetAsync($"{site.Root}/quan-tri/thu-tuc/{id}")).Insist(HttpStatusCode.OK);
        var refused = (await publisher.FillAsync($"{site.Root}/quan-tri/thu-tuc/{id}", new Dictionary<string, string>(), Publish)).Insist(HttpStatusCode.OK);
        var item = (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=publish]")).Insist(HttpStatusCode.OK);

        Assert.Equal(fields, form.Html.QuerySelectorAll("[data-blockers] a").Select(link => link.GetAttribute("href")));
        Assert.All(fields, field => Assert.NotNull(form.Html.QuerySelector(field)));
        Assert.Equal(fields.Order(), refused.Html.QuerySelectorAll(".gp-errors a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal(fields.Select(field => $"{site.Root}/quan-tri/thu-tuc/{id}{field}"), item.Html.QuerySelectorAll("[data-blockers] a").Select(link => link.GetAttribute("href")));
        Assert.Equal(ContentState.Draft, (await site.ItemAsync(id)).State);
    }

    [Fact]
    public async Task A_document_without_number_days_and_file_or_that_expired_before_it_was_issued_is_refused_with_every_reason()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var bare = await site.DraftAsync(new LegalDocument { Type = "Quyết định", Abstract = "Về việc thiếu", Issuer = "Ủy ban nhân dân xã" }, "thieu");
        var impossible = await site.DraftAsync(new LegalDocument { Type = "Thông báo", Number = "5/TB-UBND", Abstract = "Về ngày ngược", Issuer = "Ủy ban nhân dân xã", IssuedOn = new DateOnly(2026, 1, 5), ExpiresOn = new DateOnly(2020, 1, 1), Text = "<p>Nội dung.</p>" }, "nguoc");

        var first = (await publisher.FillAsync($"{site.Root}/quan-tri/van-ban/{bare}", new Dictionary<string, string>(), Publish)).Insist(HttpStatusCode.OK);
        var second = (await publisher.FillAsync($"{site.Root}/quan-tri/van-ban/{impossible}", new Dictionary<string, string>(), Publish)).Insist(HttpStatusCode.OK);

        Assert.Equal(["#EffectiveOn", "#Files", "#IssuedOn", "#Number"], first.Html.QuerySelectorAll(".gp-errors a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal("#ExpiresOn", Assert.Single(second.Html.QuerySelectorAll(".gp-errors a")).GetAttribute("href"));
        Assert.Contains("01/01/2020 < 05/01/2026", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_card_and_list_say_how_complete_a_procedure_is_and_warn_without_holding_up()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.DraftAsync(Whole with { PublishedOn = new DateOnly(2026, 2, 1), DecidedOn = new DateOnly(2031, 2, 1), Steps = [] });

        var form = (await author.GetAsync($"{site.Root}/quan-tri/thu-tuc/{id}")).Insist(HttpStatusCode.OK);
        var card = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Insist(HttpStatusCode.OK);
        var list = (await author.GetAsync($"{site.Root}/quan-tri/noi-dung")).Insist(HttpStatusCode.OK);
        await site.SaveAsync(id, Whole with { PublishedOn = new DateOnly(2026, 2, 1), DecidedOn = new DateOnly(2031, 2, 1) }, (await site.ItemAsync(id)).Revision);
        (await author.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=submit]")).Insist(HttpStatusCode.Redirect);

        Assert.Equal(("6", "7"), (form.Html.QuerySelector("[data-complete] meter")!.GetAttribute("value"), form.Html.QuerySelector("[data-complete] meter")!.GetAttribute("max")));
        string[] fields = ["#Fields", "#Methods", "#Results", "#LegalBases", "#DecisionNumber", "#DecidedOn", "#PublishedOn"];
        Assert.Equal(fields.Order(), form.Html.QuerySelectorAll("[data-warnings] a").Select(link => link.GetAttribute("href")!).Order());
        Assert.All(fields, field => Assert.NotNull(form.Html.GetElementById(field[1..])));
        Assert.Contains("01/02/2026 < 01/02/2031", form.Html.QuerySelector("[data-warnings]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(fields.Select(field => $"{site.Root}/quan-tri/thu-tuc/{id}{field}").Order(), card.Html.QuerySelectorAll("[data-warnings] a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Contains("6/7 phần, 7 điều nên xem", list.Html.QuerySelector("small[data-complete]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thủ tục đủ phần", (await author.GetAsync($"{site.Root}/quan-tri/noi-dung?buoc=Submitted")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_number_of_a_document_are_held_against_each_other_and_against_today()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var document = new LegalDocument { Type = "Quyết định", Number = "12/2025/QĐ-UBND", Abstract = "Về mức thu", Issuer = "Ủy ban nhân dân xã", IssuedOn = new DateOnly(2026, 1, 5), EffectiveOn = new DateOnly(2026, 1, 1), ExpiresOn = new DateOnly(2026, 3, 2), Text = "<p>Điều 1.</p>" };
        var past = await site.DraftAsync(document);
        var future = await site.DraftAsync(document with { Number = "mười hai", IssuedOn = new DateOnly(2031, 1, 5), EffectiveOn = new DateOnly(2041, 1, 1), ExpiresOn = null, StatedValidity = Validity.InForce });

        Assert.Equal(["EffectiveOn", "ExpiresOn", "Field", "Files", "Number", "Signer"], await WarnedAsync(past));
        Assert.Equal(["EffectiveOn", "Field", "Files", "IssuedOn", "Number", "Signer", "Validity"], await WarnedAsync(future));

        async Task<IEnumerable<string>> WarnedAsync(long id) => (await author.GetAsync($"{site.Root}/quan-tri/van-ban/{id}")).Html.QuerySelectorAll("[data-warnings] a").Select(link => link.GetAttribute("href")![1..]).Order(StringComparer.Ordinal);
    }

    private static Procedure Whole => new()
    {
        Code = "1.009997",
        Name = "Thủ tục đủ phần",
        ExecutingUnitGroups = ["Ủy ban nhân dân cấp xã"],
        Subjects = [new CodedName(null, "Công dân Việt Nam")],
        Methods = [new Method("DIRECT", 1, "DAY", null)],
        DossierCases = [new DossierCase("Nộp lần đầu")],
        Steps = [new Step(null, "Nộp hồ sơ.")],
    };

    [Fact]
    public async Task What_an_import_published_incomplete_can_still_be_corrected_by_hand()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "3/QĐ-UBND", Abstract = "Về việc nhập", Issuer = "Ủy ban nhân dân xã" });

        (await publisher.FillAsync($"{site.Root}/quan-tri/van-ban/{id}", new Dictionary<string, string> { ["Abstract"] = "Về việc đã sửa" }, Publish)).Insist(HttpStatusCode.Redirect);

        Assert.Contains("đã sửa", (await site.ItemAsync(id)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_follows_the_title_until_it_is_public_or_somebody_wished_for_one()
    {
        var site = await WithRecipeAsync();
        var id = await site.DraftAsync(new Procedure { Code = "1.009991", Name = "Mã gõ nhầm" });

        await site.SaveAsync(id, new Procedure { Code = "1.009992", Name = "Mã đúng" }, (await site.ItemAsync(id)).Revision);
        Assert.Equal("1.009992", (await site.ItemAsync(id)).Slug);

        await site.PublishAgainAsync(id);
        await site.SaveAsync(id, new Procedure { Code = "1.009993", Name = "Mã khác" }, (await site.ItemAsync(id)).Revision);
        Assert.Equal("1.009992", (await site.ItemAsync(id)).Slug);

        var wished = await site.DraftAsync(new Procedure { Code = "1.009994", Name = "Có địa chỉ riêng" }, "dia-chi-rieng");
        await site.SaveAsync(wished, new Procedure { Code = "1.009995", Name = "Đổi mã" }, (await site.ItemAsync(wished)).Revision);
        Assert.Equal("dia-chi-rieng", (await site.ItemAsync(wished)).Slug);
    }

    [Fact]
    public async Task An_act_on_many_asks_first_where_the_public_sees_one_of_them()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.PublishArticleAsync("Bài đang công khai");
        KeyValuePair<string, string>[] fields = [new("Act", "Archive"), new("Chosen", id.ToString(System.Globalization.CultureInfo.InvariantCulture))];

        var asked = (await publisher.PostAsync($"{site.Root}/quan-tri/noi-dung", fields)).Insist(HttpStatusCode.OK);
        Assert.Contains("Bài đang công khai", asked.Html.QuerySelector("[data-asked]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ContentState.Published, (await site.ItemAsync(id)).State);

        (await publisher.PostAsync($"{site.Root}/quan-tri/noi-dung", [.. fields, new("IsSure", "true")])).Insist(HttpStatusCode.Redirect);
        Assert.Equal(ContentState.Archived, (await site.ItemAsync(id)).State);
    }
}

public sealed class IncompleteItemsOnSqliteTests(SqlitePortal portal) : IncompleteItemsTests(portal);

public sealed class IncompleteItemsOnPostgresTests(PostgresPortal portal) : IncompleteItemsTests(portal);
