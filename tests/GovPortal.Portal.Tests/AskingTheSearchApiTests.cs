using System.Net;
using System.Text.Json;
using GovPortal.Documents;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class AskingTheSearchApiTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task The_answer_has_the_shape_of_the_contract()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = "Đăng ký khai sinh lưu động", Fields = [new CodedName("HT", "Hộ tịch")] });
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "15/QĐ-UBND", Issuer = "Ủy ban nhân dân xã", Abstract = "Về đăng ký khai sinh", IssuedOn = new DateOnly(2026, 1, 5) });
        await site.IsFoundAsync("khai sinh", "Đăng ký khai sinh lưu động");
        await site.IsFoundAsync("15/QĐ-UBND", "Về đăng ký khai sinh");

        var json = (await site.VisitAsync("/api/v1/search?q=khai%20sinh")).Insist(HttpStatusCode.OK).Json;

        Assert.Equal(["total", "page", "size", "suggestion", "items", "facets"], json.EnumerateObject().Select(p => p.Name).ToArray());
        Assert.Equal((2, 1, 20), (json.GetProperty("total").GetInt32(), json.GetProperty("page").GetInt32(), json.GetProperty("size").GetInt32()));
        var hit = json.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("type").GetString() == "procedure");
        Assert.Equal("1.001193", hit.GetProperty("code").GetString());
        Assert.Equal($"{site.Root}/thu-tuc/1.001193", hit.GetProperty("url").GetString());
        Assert.Equal(site.Name, hit.GetProperty("site").GetProperty("name").GetString());
        Assert.EndsWith("Z", hit.GetProperty("publishedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal([("procedure", 1), ("document", 1)], Facet(json, "type").OrderByDescending(f => f.Value, StringComparer.Ordinal));
        Assert.Equal(["type", "agency", "field", "year"], json.GetProperty("facets").EnumerateObject().Select(p => p.Name).ToArray());
        Assert.Contains(("ho-tich", 1), Facet(json, "field"));
    }

    [Fact]
    public async Task A_question_typed_without_marks_finds_and_filters_narrow_it()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(new Procedure { Code = "1.000656", Name = "Đăng ký khai tử" });
        await site.PublishArticleAsync("Tuyên truyền đăng ký khai tử đúng hạn");
        await site.IsFoundAsync("khai tu", "Tuyên truyền");
        await site.IsFoundAsync("dang ky khai tu", "1.000656");

        var filtered = (await site.VisitAsync("/api/v1/search?q=dang%20ky%20khai%20tu&type=procedure")).Insist(HttpStatusCode.OK).Json;
        var all = (await site.VisitAsync("/api/v1/search?q=&type=article")).Insist(HttpStatusCode.OK).Json;
        var none = (await site.VisitAsync("/api/v1/search?q=&year=1990")).Insist(HttpStatusCode.OK).Json;

        Assert.Equal("1.000656", Assert.Single(filtered.GetProperty("items").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(1, all.GetProperty("total").GetInt32());
        Assert.Equal(0, none.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_site_searches_its_own_and_the_portal_everywhere()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var word = $"tuhiem{Guid.NewGuid():n}"[..16];
        await a.PublishArticleAsync($"Bài {word} của xã A");
        await b.PublishArticleAsync($"Bài {word} của xã B");
        await Portal.Portal.IsFoundAsync(word, "của xã A");
        await Portal.Portal.IsFoundAsync(word, "của xã B");

        var onA = (await a.SearchAsync(word)).Insist(HttpStatusCode.OK).Json;
        var everywhere = (await Portal.Portal.SearchAsync(word)).Insist(HttpStatusCode.OK).Json;

        Assert.Equal(a.Name, Assert.Single(onA.GetProperty("items").EnumerateArray()).GetProperty("site").GetProperty("name").GetString());
        Assert.Equal(2, everywhere.GetProperty("total").GetInt32());
        Assert.Equal(new[] { a.Root, b.Root }.Order(), everywhere.GetProperty("items").EnumerateArray().Select(i => "/" + i.GetProperty("url").GetString()!.Split('/')[1]).Order());
    }

    [Fact]
    public async Task What_is_withdrawn_or_on_a_site_that_is_off_is_no_longer_found()
    {
        var site = await WithRecipeAsync();
        var word = $"tamthoi{Guid.NewGuid():n}"[..16];
        var id = await site.PublishArticleAsync($"Bài {word} sẽ gỡ");
        await site.PublishArticleAsync($"Bài {word} còn lại");
        await Portal.Portal.IsFoundAsync(word, "sẽ gỡ");
        await Portal.Portal.IsFoundAsync(word, "còn lại");

        await site.WithdrawAsync(id, "Hết hạn");
        await Portal.Portal.IsGoneAsync(word, "sẽ gỡ");
        await site.Register.DisableAsync(site.Name, CancellationToken.None);

        Assert.Equal(0, (await Portal.Portal.SearchAsync(word)).Insist(HttpStatusCode.OK).Json.GetProperty("total").GetInt32());
        await site.Register.EnableAsync(site.Name, CancellationToken.None);
        Assert.Equal(1, (await Portal.Portal.SearchAsync(word)).Insist(HttpStatusCode.OK).Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=101")]
    [InlineData("size=-5")]
    [InlineData("size=x")]
    [InlineData("page=0")]
    [InlineData("page=101&size=100")]
    [InlineData("page=2147483647")]
    [InlineData("page=99999999999")]
    [InlineData("type=person")]
    public async Task What_the_contract_does_not_allow_is_a_400_in_problem_json(string query)
    {
        var site = await WithRecipeAsync();

        var answer = (await site.VisitAsync("/api/v1/search?q=a&" + query)).Insist(HttpStatusCode.BadRequest);

        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(400, answer.Json.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%22%20AND%20%28%20OR%20%5B*%20TO%20%7D")]
    [InlineData("q=%F0%9F%8E%89")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("q=*%3F~%5E%3A%5C")]
    [InlineData("page=100&size=100")]
    public async Task An_odd_question_is_answered(string query)
    {
        var site = await WithRecipeAsync();

        (await site.VisitAsync("/api/v1/search?" + query)).Insist(HttpStatusCode.OK);
        (await site.VisitAsync("/api/v1/suggest?" + query)).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_answer_again_is_a_304_with_nothing_in_it()
    {
        var site = await WithRecipeAsync();
        var visitor = Portal.NewVisitor();
        var first = (await visitor.GetAsync($"{site.Root}/api/v1/articles")).Insist(HttpStatusCode.OK);

        var again = (await visitor.GetAsync($"{site.Root}/api/v1/articles", ifNoneMatch: first.ETag)).Insist(HttpStatusCode.NotModified);
        await site.PublishArticleAsync("Bài mới làm thẻ cũ hết hạn");
        var changed = (await visitor.GetAsync($"{site.Root}/api/v1/articles", ifNoneMatch: first.ETag)).Insist(HttpStatusCode.OK);

        Assert.Empty(again.Text);
        Assert.NotEqual(first.ETag, changed.ETag);
        Assert.Contains("Bài mới làm thẻ cũ hết hạn", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_at_most_eight_and_lead_to_their_pages()
    {
        var site = await WithRecipeAsync();
        for (var number = 1; number <= 10; number++)
        {
            await site.PublishArticleAsync($"Đăng ký hộ kinh doanh số {number}");
        }

        await Eventually.BecomesTrueAsync("ten articles are indexed", async () => (await site.SearchAsync("hộ kinh doanh")).Json.GetProperty("total").GetInt32() == 10);
        var items = (await site.VisitAsync("/api/v1/suggest?q=dang%20ky%20ho")).Insist(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal(8, items.Length);
        (await Portal.NewVisitor().GetAsync(items[0].GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);
        Assert.Empty((await site.VisitAsync("/api/v1/suggest?q=")).Insist(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var paths = (await Portal.Portal.VisitAsync("/api/v1/openapi.json")).Insist(HttpStatusCode.OK).Json.GetProperty("paths");

        Assert.Superset(new HashSet<string> { "/api/v1/search", "/api/v1/suggest", "/api/v1/sites", "/api/v1/articles", "/api/v1/procedures", "/api/v1/documents/{slug}" }, paths.EnumerateObject().Select(p => p.Name).ToHashSet());
    }

    private static IEnumerable<(string? Value, int Count)> Facet(JsonElement json, string kind) =>
        json.GetProperty("facets").GetProperty(kind).EnumerateArray().Select(f => (f.GetProperty("value").GetString(), f.GetProperty("count").GetInt32()));
}

public sealed class AskingTheSearchApiOnSqliteTests(SqlitePortal portal) : AskingTheSearchApiTests(portal);

public sealed class AskingTheSearchApiOnPostgresTests(PostgresPortal portal) : AskingTheSearchApiTests(portal);
