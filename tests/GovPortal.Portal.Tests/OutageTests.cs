using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>While the database is away, everybody is told the same, and when to come back. Each test has a portal of its own: its log holds errors on purpose.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task An_outage_looks_the_same_everywhere_signed_in_or_not()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var editor = await site.SignInAsAsync(Role.Publisher);
        var token = (await editor.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        await portal.LoseDatabaseAsync();

        var pages = new List<Answer>();
        foreach (var path in new[] { "/van-ban", "/tin-tuc/khong-xem-truoc", "/gioi-thieu", "/quan-tri", "/quan-tri/noi-dung", "/quan-tri/thu-vien", "/tin-tuc", "/khong-co-trang-nay" })
        {
            pages.Add(await editor.GetAsync(site.Root + path));
            pages.Add(await site.VisitAsync(path));
        }

        using var form = new FormUrlEncodedContent([new("Title", "Bài gửi lúc mất cơ sở dữ liệu"), new("__RequestVerificationToken", token)]);
        pages.Add(await editor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/tin-tuc/moi", content: form));
        pages.Add(await portal.NewVisitor().GetAsync("/gioi-thieu"));
        // Kept pages are read on; a desk asked for by nobody leads to the sign-in as ever.
        var outages = pages.Where(page => page.Status is not (HttpStatusCode.OK or HttpStatusCode.Redirect)).ToArray();

        Assert.True(outages.Length >= 12, string.Join(", ", pages.Select(p => $"{p.Address} {(int)p.Status}")));
        Assert.All(outages, IsOutage);
        Assert.Single(outages.Select(page => page.Heading).Distinct());
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_file_that_was_taken_away_does_not_come_back_empty()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var file = Path.Combine(portal.DataPath, "govportal.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(file, file + ".aside");

        IsOutage(await site.VisitAsync("/van-ban"));

        Assert.False(File.Exists(file));
        File.Move(file + ".aside", file);
        (await site.VisitAsync("/van-ban")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Programs_are_told_in_their_own_way_and_english_readers_in_english()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var editor = await site.SignInAsAsync(Role.Publisher);
        await portal.LoseDatabaseAsync();

        var api = await site.VisitAsync("/api/v1/articles");
        var english = await site.VisitAsync("/en/van-ban");

        IsOutage(english);
        Assert.Contains("lang=\"en\"", english.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.Status, api.MediaType));
        Assert.True(api.Headers.ContainsKey("Retry-After"));
        Assert.False(string.IsNullOrEmpty(api.Json.GetProperty("reference").GetString()));
        Assert.NotNull(editor);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_an_outage_of_what_needs_them()
    {
        await using var portal = new PortalOfBrokenKeys();
        var site = await portal.WithRecipeAsync("commune");

        IsOutage(await portal.NewVisitor().GetAsync("/dang-nhap"));
        (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.OK);
    }

    private sealed class PortalOfBrokenKeys() : PortalFixture(new SqliteDatabase())
    {
        protected override void Arrange(IServiceCollection services)
        {
            foreach (var key in Directory.GetFiles(Path.Combine(DataPath, "keys")).Append(Path.Combine(DataPath, "keys", $"key-{Guid.NewGuid()}.xml")))
            {
                File.WriteAllText(key, "hong");
            }
        }
    }

    private static void IsOutage(Answer page)
    {
        Assert.True(page.Status == HttpStatusCode.ServiceUnavailable, $"{page.Address} answered {(int)page.Status}");
        Assert.True(int.TryParse(page.Headers.GetValueOrDefault("Retry-After"), out var seconds) && seconds > 0, page.Address);
        Assert.True(page.Html.QuerySelector(".gp-reference")?.TextContent.Length > 5, page.Address);
        Assert.True(page.Headers.ContainsKey("Content-Security-Policy") && page.Html.QuerySelector("style, [style]") is null, page.Address);
        // Nobody knows yet what is left of a damaged database.
        Assert.DoesNotContain("bị mất", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", page.Text, StringComparison.OrdinalIgnoreCase);
    }
}
