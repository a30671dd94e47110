using System.Net;
using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>Recipes and deployment packages of Orchard Core.</summary>
public sealed class OrchardTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Recipe = """
        {
          // Written by Orchard.
          "name": "Deployment", "steps": [
            { "name": "feature", "enable": [ "OrchardCore.Lists" ] },
            { "name": "media", "Files": [ { "TargetPath": "anh/hop.png", "SourcePath": "media/hop.png" } ] },
            { "name": "Content", "data": [
              { "ContentItemId": "[js: variables('blog')]", "ContentType": "Blog", "DisplayText": "Tin nội bộ", "Published": true },
              { "ContentItemId": "[js: uuid()]", "ContentType": "BlogPost", "DisplayText": "Chào năm mới", "Latest": true, "Published": true, "CreatedUtc": "[js: new Date()]", "PublishedUtc": "2021-01-01T00:30:00Z",
                "AutoroutePart": { "Path": "blog/chao-nam-moi" }, "MarkdownBodyPart": { "Markdown": "## Lời chúc\n\nNăm **mới** ![Phiên họp](/media/anh/hop.png)\n\n{{ Model.ContentItem | display_text }}" },
                "BlogPost": { "Subtitle": { "Text": "Lời chúc đầu năm" }, "Image": { "Paths": [ "anh/hop.png" ] } }, "ContainedPart": { "ListContentItemId": "[js: variables('blog')]", "Order": 0 } },
              { "ContentItemId": "4a", "ContentType": "Article", "DisplayText": "Chưa đăng", "Published": false, "HtmlBodyPart": { "Html": "<p>Nháp.</p>" } },
              { "ContentItemId": "4b", "ContentType": "Page", "DisplayText": "Cơ cấu", "Published": true, "AutoroutePart": { "Path": "co-cau" }, "FlowPart": { "Widgets": [
                { "ContentType": "Paragraph", "Paragraph": { "Content": { "Html": "<p>Đoạn một.</p>" } } },
                { "ContentType": "Blockquote", "Blockquote": { "Quote": { "Text": "Trích <dẫn>" } } },
                { "ContentType": "Map", "Map": {} } ] } },
              { "ContentItemId": "4c", "ContentType": "LiquidPage", "DisplayText": "Trang mẫu", "Published": true, "LiquidPart": { "Liquid": "<p>Chữ thường.</p>{% for x in y %}<p>lặp</p>{% endfor %}" }, },
              { "ContentItemId": "4d", "ContentType": "Menu", "DisplayText": "Menu" },
            ] },
          ]
        }
        """;

    [Fact]
    public async Task A_package_brings_posts_pages_and_their_media()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".zip", await PackageAsync());

        var report = await site.TakeInAsync("orchard", path);

        Assert.Equal((4, 4, 0), (report.Records, report.Added, report.Refused));
        var post = (await site.VisitAsync("/tin-tuc/chao-nam-moi")).Insist(HttpStatusCode.OK);
        Assert.Contains("Tin nội bộ", post.Words, StringComparison.Ordinal);
        Assert.Contains("Lời chúc đầu năm", post.Words, StringComparison.Ordinal);
        Assert.Equal("Lời chúc", post.Html.QuerySelector("main h2")!.TextContent.Trim());
        Assert.Contains("/tep/", post.Html.QuerySelector("main img[alt='Phiên họp']")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", post.Text, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/tin-tuc/chao-nam-moi", (await site.VisitAsync("/blog/chao-nam-moi")).Insist(HttpStatusCode.MovedPermanently).Location);
        (await site.VisitAsync("/tin-tuc/chua-dang")).Insist(HttpStatusCode.NotFound);
        Assert.Contains("Trích <dẫn>", (await site.VisitAsync("/trang-mau")).Insist(HttpStatusCode.OK).Words + (await site.VisitAsync("/trang-co-cau")).Words + (await site.VisitAsync("/co-cau")).Words, StringComparison.Ordinal);
        Assert.Contains(report.Remarks, note => note.Remark == "widget left out: Map");
        Assert.Contains(report.Notes, note => note.Contains("“Menu”", StringComparison.Ordinal));
        var again = await site.TakeInAsync("orchard", path);
        Assert.Equal((0, 0, 4), (again.Added, again.Changed, again.Unchanged));
    }

    [Fact]
    public async Task A_recipe_alone_is_read_with_its_comments_and_own_types_by_a_map()
    {
        var site = await WithRecipeAsync();
        var recipe = await Portal.WriteAsync(".recipe.json", Recipe.Replace("\"Menu\", \"DisplayText\": \"Menu\"", "\"Notice\", \"DisplayText\": \"Thông báo nghỉ lễ\", \"HtmlBodyPart\": { \"Html\": \"<p>Nghỉ.</p>\" }", StringComparison.Ordinal));

        var report = await site.TakeInAsync("orchard", recipe, map: await Portal.WriteAsync(".json", """{ "types": { "Notice": "articles" } }"""));

        Assert.Equal(5, report.Added);
        (await site.VisitAsync("/tin-tuc/thong-bao-nghi-le")).Insist(HttpStatusCode.OK);
        Assert.Contains(report.Remarks, note => note.Remark.Contains("/media/anh/hop.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Packages_that_climb_unfold_or_are_no_recipes_end_in_a_sentence()
    {
        var site = await WithRecipeAsync();

        Assert.Contains("leads out of it", (await site.TakeInAsync("orchard", await Portal.WriteAsync(".zip", Samples.Zip(("Recipe.json", Recipe), ("media/../../x", "x"))))).Stopped, StringComparison.Ordinal);
        Assert.NotNull((await site.TakeInAsync("orchard", await Portal.WriteAsync(".zip", Samples.Zip(("Recipe.json", "{\"steps\":\"" + new string(' ', 66 << 20)))))).Stopped);
        Assert.Contains("no valid JSON", (await site.TakeInAsync("orchard", await Portal.WriteAsync(".json", Recipe[..400]))).Stopped, StringComparison.Ordinal);
        Assert.True((await site.TakeInAsync("orchard", await Portal.WriteAsync(".json", "{\n  \"name\": \"x\"\n}"))).IsWrongFile);
        Assert.NotNull((await site.TakeInAsync("orchard", await Portal.WriteAsync(".json", "{ \"steps\": " + new string('[', 5_000)))).Stopped);
    }

    private static async Task<byte[]> PackageAsync()
    {
        using var bytes = new MemoryStream();
        await bytes.WriteAsync(Samples.Zip(("Recipe.json", Recipe)));
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            await using var picture = zip.CreateEntry("media/hop.png").Open();
            await picture.WriteAsync(Samples.Png(640, 360));
        }

        return bytes.ToArray();
    }
}
