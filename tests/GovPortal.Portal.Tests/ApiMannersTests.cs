using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GovPortal.Documents;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What programs may count on: the description of the API is true, its errors have one shape, and other origins may read it.</summary>
public sealed class ApiMannersTests(SqlitePortal portal) : PortalTest(portal)
{
    private static readonly string[] Unpublished = ["work-calendar", "rankings", "officials", "units", "alerts", "guides", "questions", "consultations", "disclosure", "events", "galleries"];

    [Fact]
    public async Task Every_path_the_API_describes_answers_as_it_says()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài mô tả API", slug: "1.001193");
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = "Đăng ký khai sinh lưu động" });
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "15/QĐ-UBND", Issuer = "Ủy ban nhân dân xã", Abstract = "Về API", IssuedOn = new DateOnly(2026, 1, 5) }, "1.001193");
        var described = (await site.VisitAsync("/api/v1/openapi.json")).Insist(HttpStatusCode.OK).Json;
        Assert.Equal("GovPortal", described.GetProperty("info").GetProperty("title").GetString());

        var paths = described.GetProperty("paths").EnumerateObject().ToArray();
        Assert.True(paths.Length >= 11, $"only {paths.Length} paths are described");
        foreach (var path in paths)
        {
            var operation = path.Value.GetProperty("get");
            var (address, asked) = (path.Name, new StringBuilder("?"));
            foreach (var parameter in operation.TryGetProperty("parameters", out var given) ? given.EnumerateArray() : default)
            {
                var name = parameter.GetProperty("name").GetString()!;
                Assert.True(name == "year" || parameter.GetProperty("description").GetString()!.Length > 0, $"{path.Name} does not say what {name} is");
                var example = parameter.TryGetProperty("example", out var shown) && shown.ValueKind != JsonValueKind.Null ? shown.ToString() : null;
                address = address.Replace($"{{{name}}}", example, StringComparison.Ordinal);
                _ = example is null || parameter.GetProperty("in").GetString() == "path" ? asked : asked.Append(CultureInfo.InvariantCulture, $"{name}={Uri.EscapeDataString(example)}&");
            }

            Assert.Equal("about:blank", operation.GetProperty("responses").GetProperty("404").GetProperty("content").GetProperty("application/problem+json").GetProperty("example").GetProperty("type").GetString());
            await AnswersAsync(site, address, $"{address}{asked}");
        }
    }

    private async Task AnswersAsync(TestSite site, string address, string asked)
    {
        // The list of sites stands on the portal, and of these kinds nothing is published here.
        var isThere = address is "/api/v1/alerts/in-force" || (address != "/api/v1/sites" && !Unpublished.Any(kind => address.StartsWith($"/api/v1/{kind}/", StringComparison.Ordinal)));
        var answer = (await site.VisitAsync(asked)).Insist(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        Assert.Equal(isThere ? "application/json" : "application/problem+json", answer.MediaType);
        if (address == "/api/v1/sites")
        {
            Assert.Equal("application/json", (await Portal.Portal.VisitAsync(address)).Insist(HttpStatusCode.OK).MediaType);
        }
    }

    [Theory]
    [InlineData("/api/v1/search?size=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?size=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/sites", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/working-time/due", HttpStatusCode.BadRequest)]
    public async Task Every_error_has_one_shape_in_the_language_of_the_caller(string path, HttpStatusCode status)
    {
        var site = await WithRecipeAsync();
        var (vietnamese, english) = (Portal.NewVisitor(), Portal.NewVisitor());
        english.Headers["Accept-Language"] = "fr, en-GB;q=0.8, vi;q=0.5";

        var answer = (await vietnamese.GetAsync(site.Root + path)).Insist(status);
        var inEnglish = (await english.GetAsync(site.Root + path)).Insist(status);

        Assert.Equal(["type", "title", "status", "detail", "reference"], answer.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["type", "title", "status", "detail", "reference"], inEnglish.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("application/problem+json", (int)status), (answer.MediaType, answer.Json.GetProperty("status").GetInt32()));
        Assert.Contains(answer.Json.GetProperty("title").GetString(), new[] { "Yêu cầu không đúng", "Không tìm thấy", "Không tìm thấy trang" });
        Assert.Contains(inEnglish.Json.GetProperty("title").GetString(), new[] { "Bad request", "Not found", "Page not found" });
    }

    [Theory]
    [InlineData("/api/v1/articles", HttpStatusCode.OK)]
    [InlineData("/api/v1/articles?size=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/khong-co", HttpStatusCode.NotFound)]
    public async Task Other_origins_may_read_the_API_and_no_page(string path, HttpStatusCode status)
    {
        var site = await WithRecipeAsync();
        var visitor = Portal.NewVisitor();
        visitor.Headers["Origin"] = "https://example.vn";

        var answer = (await visitor.GetAsync(site.Root + path)).Insist(status);
        visitor.Headers["Access-Control-Request-Method"] = "GET";
        var asked = (await visitor.SendAsync(HttpMethod.Options, site.Root + path)).Insist(HttpStatusCode.NoContent);

        Assert.Equal(("*", "*"), (answer.Headers["Access-Control-Allow-Origin"], asked.Headers["Access-Control-Allow-Origin"]));
        Assert.DoesNotContain("Access-Control-Allow-Credentials", asked.Headers.Keys);
        Assert.DoesNotContain("POST", asked.Headers.GetValueOrDefault("Access-Control-Allow-Methods", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow-Origin", (await visitor.GetAsync(site.Root + "/tin-tuc")).Headers.Keys);
    }

    [Theory]
    [InlineData("/api/v1/openapi.json", "br")]
    [InlineData("/api/v1/openapi.json", "gzip")]
    [InlineData("/sitemap.xml", "br")]
    public async Task Answers_to_programs_are_packed_and_tagged(string path, string encoding)
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = "Đăng ký khai sinh lưu động" });
        await site.PublishArticleAsync("Bài để sơ đồ dài thêm");
        var visitor = Portal.NewVisitor();
        visitor.Headers["Accept-Encoding"] = encoding;

        var answer = (await visitor.GetAsync(site.Root + path)).Insist(HttpStatusCode.OK);
        (await visitor.GetAsync(site.Root + path, ifNoneMatch: answer.ETag)).Insist(HttpStatusCode.NotModified);

        Assert.Equal(("no-cache", encoding), (answer.Headers["Cache-Control"], answer.Headers["Content-Encoding"]));
    }
}
