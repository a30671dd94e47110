using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Testing;
using GovPortal.Web.Assets;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>How style sheets, scripts, fonts and pictures of themes travel: small, and never asked for twice.</summary>
public sealed partial class AssetTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Sheet = "/_content/GovPortal.Theme.Civic/site.css";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    [Fact]
    public async Task Everything_a_page_loads_is_asked_for_by_its_print_and_kept_for_ever()
    {
        var site = await WithRecipeAsync();
        var desk = await (await site.SignInAsAsync(Role.SiteAdministrator)).GetAsync(site.Root + "/quan-tri");
        foreach (var page in new[] { await site.VisitAsync("/"), desk })
        {
            foreach (var address in page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img, use").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(a => !a.Contains("/tep/", StringComparison.Ordinal)).Distinct())
            {
                await IsKeptForEverAsync(address.Split('#')[0]);
            }
        }
    }

    [Fact]
    public async Task What_style_sheets_name_is_kept_for_ever_under_the_address_the_page_foretells()
    {
        var preloaded = (await Portal.Portal.VisitAsync("/")).Html.QuerySelectorAll("link[as=font]").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var sheet in new[] { Sheet, "/_content/GovPortal.Theme.Admin/admin.css" })
        {
            var named = NamedFile().Matches((await Portal.NewVisitor().GetAsync(sheet)).Text).Select(m => new Uri(new Uri(Portal.Address, sheet), m.Groups[1].Value).PathAndQuery).ToList();
            Assert.NotEmpty(named);
            foreach (var address in named)
            {
                await IsKeptForEverAsync(address);
            }

            preloaded.RemoveAll(named.Contains);
        }

        // A font foretold under another address would be loaded twice.
        Assert.Empty(preloaded);
    }

    [Theory, InlineData(""), InlineData("?v="), InlineData("?v=000000000000"), InlineData("{print}&v=000000000000"), InlineData("{print}&la=1"), InlineData("?la=1")]
    public async Task An_address_without_the_right_print_is_asked_about_again(string query)
    {
        foreach (var right in new[] { Portal.Services.GetRequiredService<AssetAddresses>()["Civic/site.css"], ColourSheet.AddressOf(new VisitedSite(Portal.Portal.Tenant, Texts.Vietnamese, "", false)) })
        {
            var path = right.Split('?')[0];
            var address = path + query.Replace("{print}", right[path.Length..], StringComparison.Ordinal);
            var answer = (await Portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.OK);

            Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
            (await Portal.NewVisitor().GetAsync(address, ifNoneMatch: answer.ETag)).Insist(HttpStatusCode.NotModified);
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br"), InlineData("gzip, deflate", "gzip"), InlineData("br;q=0, gzip;q=0.5", "gzip"), InlineData("BR", "br")]
    [InlineData("", null), InlineData("identity", null), InlineData("gzip;q=0", null), InlineData(";;,=q", null)]
    public async Task Text_is_packed_as_the_browser_can_unpack_it(string accepted, string? encoding)
    {
        var plain = (await Portal.NewVisitor().GetAsync(Sheet)).Insist(HttpStatusCode.OK);

        var (answer, bytes) = await AskAsync(Sheet, accepted);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal(encoding is null, answer.Headers.ETag!.ToString() == plain.ETag);
        Assert.Equal(plain.Text, await new StreamReader(Unpacked(bytes, encoding)).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.True(encoding is null || bytes.Length < plain.Text.Length / 4, $"{bytes.Length} bytes of {plain.Text.Length} are little gain");
    }

    [Fact]
    public async Task What_is_packed_already_is_not_packed_again()
    {
        var (answer, _) = await AskAsync("/_content/GovPortal.Theme.Civic/fonts/400.woff2", "br, gzip");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Empty(answer.Headers.Vary);
        Assert.Equal("font/woff2", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory, InlineData("/_content/GovPortal.Theme.Civic/khong-co.css"), InlineData("/_content/GovPortal.Theme.Civic/fonts/LICENSE"), InlineData("/_content//GovPortal.Theme.Civic/site.css"), InlineData("/_content/GovPortal.Theme.Civic/%2e%2e/site.css"), InlineData("/_content/GovPortal.Theme.Civic")]
    public async Task Nothing_but_the_files_of_themes_is_sent(string path) =>
        (await Portal.NewVisitor().GetAsync(path)).Insist(HttpStatusCode.NotFound);

    [Fact]
    public async Task Other_colours_have_another_address()
    {
        var site = await WithRecipeAsync();
        var before = await ColoursAsync(site);
        Assert.Empty(await site.Register.SetAsync(site.Name, s => s with { PrimaryColour = "#7a1f1f" }, CancellationToken.None));
        var after = await ColoursAsync(site);

        Assert.NotEqual(before, after);
        await IsKeptForEverAsync(after);
        Assert.Equal("no-cache", (await Portal.NewVisitor().GetAsync(before)).Headers["Cache-Control"]);
    }

    private static async Task<string> ColoursAsync(TestSite site) => (await site.VisitAsync("/")).Html.QuerySelector("link[href*='/theme.css']")!.GetAttribute("href")!;

    private static Stream Unpacked(byte[] bytes, string? encoding) => encoding switch
    {
        "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
        "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
        _ => new MemoryStream(bytes),
    };

    private async Task IsKeptForEverAsync(string address)
    {
        var answer = (await Portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.OK);
        Assert.True(answer.Headers["Cache-Control"] == "public, max-age=31536000, immutable", $"{address}: {answer.Headers["Cache-Control"]}");
        Assert.True(answer.Headers.ContainsKey("X-Content-Type-Options"), address);
        (await Portal.NewVisitor().GetAsync(address, ifNoneMatch: answer.ETag)).Insist(HttpStatusCode.NotModified);
    }

    private async Task<(HttpResponseMessage Answer, byte[] Bytes)> AskAsync(string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Portal.Address, path));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("""url\("([^":)]+)"\)""")]
    private static partial Regex NamedFile();
}
