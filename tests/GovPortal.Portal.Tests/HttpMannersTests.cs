using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What is asked in the wrong way is answered as what it is.</summary>
public sealed class HttpMannersTests(SqlitePortal portal) : PortalTest(portal)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tin-tuc")]
    [InlineData("/tin-tuc/feed.atom")]
    [InlineData("/tim-kiem?q=khai+sinh")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/theme.css")]
    [InlineData("/dang-nhap")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/search?q=x")]
    [InlineData("/api/v1/openapi.json")]
    public async Task HEAD_says_what_GET_says_and_OPTIONS_what_may_be_asked(string path)
    {
        var site = await WithRecipeAsync();
        var visitor = Portal.NewVisitor();
        var full = (await visitor.GetAsync(site.Root + path)).Insist(HttpStatusCode.OK);

        var head = (await visitor.SendAsync(HttpMethod.Head, site.Root + path)).Insist(HttpStatusCode.OK);
        Assert.Empty(head.Text);
        Assert.Equal((full.MediaType, full.ETag), (head.MediaType, head.ETag));

        var options = (await visitor.SendAsync(HttpMethod.Options, site.Root + path)).Insist(HttpStatusCode.NoContent);
        Assert.Contains("GET", options.Headers["Allow"], StringComparison.Ordinal);
        Assert.Contains("HEAD", options.Headers["Allow"], StringComparison.Ordinal);

        var deleted = (await visitor.SendAsync(HttpMethod.Delete, site.Root + path)).Insist(HttpStatusCode.MethodNotAllowed);
        Assert.Contains("GET", deleted.Headers["Allow"], StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("/api/", StringComparison.Ordinal) ? "application/problem+json" : "text/html", deleted.MediaType);
    }

    [Fact]
    public async Task A_form_that_is_not_taken_is_405_before_its_guard_is_looked_for()
    {
        var site = await WithRecipeAsync();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["a"] = "b" });

        Assert.Equal("GET, HEAD", (await Portal.NewVisitor().SendAsync(HttpMethod.Post, $"{site.Root}/tin-tuc", content: content)).Insist(HttpStatusCode.MethodNotAllowed).Headers["Allow"]);
    }

    [Theory]
    [InlineData(29_000_000)]
    [InlineData(40_000_000)]
    [InlineData(300_000)]
    public async Task A_form_too_large_for_the_sign_in_is_413(int length)
    {
        await Portal.StartAsync();
        var said = await SendRawAsync($"POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\nSignInName=a");

        Assert.StartsWith("HTTP/1.1 413 ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename*=UTF-8''%")]
    [InlineData("form-data; name=\"file\"; filename=\"a\0b.pdf\"")]
    [InlineData("form-data; name=\"file\"; filename=\"=?utf-8?B?###?=\"")]
    [InlineData("form-data; name=\"file; filename=\"x")]
    public async Task A_garbled_file_name_is_the_senders_fault(string disposition)
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var token = (await author.GetAsync($"{site.Root}/quan-tri/thu-vien")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        author.Headers["RequestVerificationToken"] = token;

        foreach (var path in new[] { "/quan-tri/thu-vien/tai-len", "/dang-nhap" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: {disposition}\r\n\r\nabc\r\n--b--\r\n"));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
            var answer = await author.SendAsync(HttpMethod.Post, site.Root + path, content: content);
            // The sign-in looks at no file: it only misses its own fields.
            Assert.True((int)answer.Status is >= 400 and < 500 || path == "/dang-nhap" && answer.Status == HttpStatusCode.OK, $"{path} answers {(int)answer.Status}: {answer.Text}");
            Assert.Equal(path == "/dang-nhap" ? "text/html" : "application/problem+json", answer.MediaType);
        }
    }

    [Theory]
    [InlineData("GET /tim-kiem?q=%FF%FE%zz HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /tin-tuc/%00 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /tin-tuc/%E0%A4 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /tin-tuc?trang=99999999999999999999 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /api/v1/search?page=x&size=%00 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /api/v1/suggest?q=%ED%A0%80 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /%2e%2e/%2e%2e/etc HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {long}\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: gp-devices=x; gp-preview-1=y; govportal=z\r\n")]
    [InlineData("POST /dang-nhap?ve=%00 HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-99\r\nContent-Length: 3\r\n\r\na=b")]
    public async Task Nothing_garbled_is_the_servers_fault(string request)
    {
        await Portal.StartAsync();
        var (head, body) = request.Replace("{long}", new string('a', 40_000), StringComparison.Ordinal).Split("\r\n\r\n", 2) is [var before, var after] ? (before + "\r\n", after) : (request.Replace("{long}", new string('a', 40_000), StringComparison.Ordinal), "");

        var said = await SendRawAsync($"{head}Connection: close\r\n\r\n{body}");

        Assert.Matches("^HTTP/1.1 [234]", said);
    }

    [Theory]
    [InlineData("/tim-kiem", 100)]
    [InlineData("/thu-tuc", 100)]
    [InlineData("/van-ban", 100)]
    public async Task A_question_too_long_is_cut_and_says_so(string path, int words)
    {
        var site = await WithRecipeAsync();

        var page = (await site.VisitAsync($"{path}?q={string.Join('+', Enumerable.Repeat("dat", 200))}")).Insist(HttpStatusCode.OK);

        Assert.Contains($"đã tìm theo {words} từ đầu", page.Html.QuerySelector("[data-notice=cut]")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(page.Text.Length, 1, 100_000);
        Assert.Null((await site.VisitAsync($"{path}?q=dang+ky+khai+sinh")).Html.QuerySelector("[data-notice=cut]"));
    }

    [Fact]
    public async Task A_program_is_told_how_much_of_its_question_was_searched()
    {
        var site = await WithRecipeAsync();
        var (manyWords, oneWord) = (string.Join('+', Enumerable.Repeat("dat", 200)), new string('a', 3_000));

        Assert.Contains("\"cutTo\":100", (await site.VisitAsync("/api/v1/search?q=" + manyWords)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("\"cutTo\":1}", (await site.VisitAsync("/api/v1/search?q=" + oneWord)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cutTo", (await site.VisitAsync("/api/v1/search?q=dat")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await site.VisitAsync("/api/v1/suggest?q=" + manyWords)).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('ạ')]
    public async Task A_question_of_ten_thousand_letters_is_answered_and_a_longer_address_told(char letter)
    {
        var site = await WithRecipeAsync();
        var question = Uri.EscapeDataString(new string(letter, 10_000));

        var page = (await site.VisitAsync("/tim-kiem?q=" + question)).Insist(HttpStatusCode.OK);
        Assert.NotNull(page.Html.QuerySelector("[data-notice=cut]"));
        Assert.InRange(page.Text.Length, 1, 100_000);
        Assert.Contains("\"cutTo\":1}", (await site.VisitAsync("/api/v1/search?q=" + question)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);

        var longer = new string('a', 120_000);
        Assert.Equal("Địa chỉ quá dài", (await site.VisitAsync("/tim-kiem?q=" + longer)).Insist(HttpStatusCode.RequestUriTooLong).Heading);
        Assert.Equal("application/problem+json", (await site.VisitAsync("/api/v1/search?q=" + longer)).Insist(HttpStatusCode.RequestUriTooLong).MediaType);
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Portal.Address.Host, Portal.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [Theory]
    [InlineData("xn--")]
    [InlineData("xn--a.example.vn")]
    [InlineData("xn--99999999999")]
    [InlineData("so-y-te.xn--.vn")]
    public async Task A_host_that_is_no_name_is_refused(string host)
    {
        var answer = await SendRawAsync($"GET /tin-tuc HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("The host name cannot be read.", answer, StringComparison.Ordinal);
    }
}
