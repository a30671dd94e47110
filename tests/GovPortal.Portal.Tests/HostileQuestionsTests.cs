using System.Net;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Whatever is asked: the search page, its part, the API, the suggestions and the feed answer it or say clearly that they do not.</summary>
public abstract class HostileQuestionsTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly string[] addresses = ["/tim-kiem?q=", "/tim-kiem?phan=gp-ket-qua&q=", "/api/v1/search?q=", "/api/v1/suggest?q=", "/tim-kiem.atom?q="];

    public static TheoryData<string> Texts => new(
        "", "%20%20", "...,,,!!!", "t%C3%B4i%20mu%E1%BB%91n%20%C4%91%C6%B0%E1%BB%A3c", "title%3Akhai%20AND%20%28body%3A*%20OR%20%22", "khai~2%5E99%20%5Ba%20TO%20z%5D", "%00%01%02%1F", "khai%7Fsinh%0D%0A",
        "%ED%A0%80", "%ED%B0%80khai", "%FF%FE", "%zz", "%F0%9F%8E%89", "%3Cscript%3Ealert(1)%3C/script%3E", "'%20OR%201=1%20--");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Every_way_to_search_answers_any_text(string text)
    {
        var site = await WithRecipeAsync();

        foreach (var address in addresses)
        {
            var answer = await site.VisitAsync(address + text);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address}{text}: {answer.Status}");
            Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_thousand_letters_are_cut_with_a_word_about_it()
    {
        var site = await WithRecipeAsync();
        var text = Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("khai sinh", 1_000)));

        Assert.NotNull((await site.VisitAsync("/tim-kiem?q=" + text)).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-notice=cut]"));
        Assert.NotNull((await site.VisitAsync("/tim-kiem?phan=gp-ket-qua&q=" + text)).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-notice=cut]"));
        (await site.VisitAsync("/api/v1/search?q=" + text)).Insist(HttpStatusCode.OK);
        (await site.VisitAsync("/api/v1/suggest?q=" + text)).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/tim-kiem?q=khai&trang=1000000000", HttpStatusCode.NotFound)]
    [InlineData("/tim-kiem?q=khai&trang=99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/tim-kiem?q=khai&trang=-1", HttpStatusCode.NotFound)]
    [InlineData("/tim-kiem?phan=gp-ket-qua&q=khai&trang=1000000000", HttpStatusCode.NotFound)]
    [InlineData("/tim-kiem?phan=khong-co&q=khai", HttpStatusCode.OK)]
    [InlineData("/api/v1/search?q=khai&page=1000000000", HttpStatusCode.BadRequest)]
    public async Task A_page_that_no_list_reaches_is_said_to_be_none(string path, HttpStatusCode status) => (await (await WithRecipeAsync()).VisitAsync(path)).Insist(status);
}

public sealed class HostileQuestionsOnSqliteTests(SqlitePortal portal) : HostileQuestionsTests(portal);

public sealed class HostileQuestionsOnPostgresTests(PostgresPortal portal) : HostileQuestionsTests(portal);
