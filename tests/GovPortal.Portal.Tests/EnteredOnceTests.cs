using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What somebody has entered once stands wherever it belongs.</summary>
public abstract class EnteredOnceTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task The_first_picture_of_a_text_stands_on_cards_and_where_the_article_is_shared_until_it_has_one_of_its_own()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var (first, own) = (await PictureAsync(editor, site, "trong-bai.jpg", 410), await PictureAsync(editor, site, "rieng.jpg", 420));
        var article = new Article { Title = "Bài có ảnh trong lời", Body = $"<p>Mở đầu.</p><figure><img src=\"{site.Root}{first}\" alt=\"Cầu mới\"></figure>" };
        var id = await site.PublishAsync(article);

        var shared = await SharedAsync();
        var card = (await site.VisitAsync("/tin-tuc")).Html.QuerySelector(".gp-card img")!;
        await site.CorrectAsync(id, article with { Picture = own, PictureAlt = "Ảnh riêng" });

        Assert.EndsWith(first, shared, StringComparison.Ordinal);
        Assert.Contains(first.Split('/')[2], card.GetAttribute("src"), StringComparison.Ordinal);
        Assert.EndsWith(own, await SharedAsync(), StringComparison.Ordinal);

        async Task<string> SharedAsync() => (await site.VisitAsync("/tin-tuc/bai-co-anh-trong-loi")).Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
    }

    [Fact]
    public async Task Words_typed_for_a_picture_in_a_text_stay_with_its_file_and_never_replace_others()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var path = await PictureAsync(editor, site, "cong-lang.jpg", 430);

        await WriteAsync("Bài thứ nhất", "Cổng làng sau khi tu sửa");
        Assert.Equal("Cổng làng sau khi tu sửa", (await FileAsync(site, path)).Alt);

        await WriteAsync("Bài thứ hai", "Lời khác");
        Assert.Equal("Cổng làng sau khi tu sửa", (await FileAsync(site, path)).Alt);
        Assert.Contains("cong lang sau khi tu sua", (await FileAsync(site, path)).Words, StringComparison.Ordinal);

        async Task WriteAsync(string title, string alt) =>
            (await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = title, ["Body"] = $"<p>Lời.</p><figure><img src=\"{site.Root}{path}\" alt=\"{alt}\"></figure>" })).Insist(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_the_file_that_is_there()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var first = (await editor.UploadAsync(site, "Kế hoạch.pdf", Samples.Pdf("Ke hoach nam"))).Insist(HttpStatusCode.Created).Json;
        var again = (await editor.UploadAsync(site, "Kế hoạch (1).pdf", Samples.Pdf("Ke hoach nam"))).Insist(HttpStatusCode.Created).Json;

        Assert.Equal(first.GetProperty("id").GetInt64(), again.GetProperty("id").GetInt64());
        Assert.Equal(first.GetProperty("path").GetString(), again.GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_form_of_a_procedure_is_chosen_from_the_library_and_downloaded_by_readers()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var file = await site.StoreFileAsync("mẫu", "to-khai.txt", "text/plain");
        var id = await site.DraftAsync(new Procedure
        {
            Code = "1.007771",
            Name = "Thủ tục có mẫu đơn",
            ExecutingUnitGroups = ["Ủy ban nhân dân cấp xã"],
            Subjects = [new CodedName(null, "Công dân Việt Nam")],
            Methods = [new Method("DIRECT", 1, "DAY", null)],
            DossierCases = [new DossierCase(null) { Papers = [new Paper(null, "Tờ khai", 1, 0, true) { Forms = ["Tờ khai mẫu 01", "Phụ lục.doc"] }] }],
            Steps = [new Step(null, "Nộp hồ sơ.")],
        });
        var form = $"{site.Root}/quan-tri/thu-tuc/{id}";
        const string Row = "Cases[0].Papers[0].FormFiles[0]";
        const string Save = ".gp-savebar [data-gp-save]";

        (await editor.FillAsync(form, new Dictionary<string, string> { ["row"] = "add Cases[0].Papers[0].FormFiles" }, to: $"{form}?handler=Rows")).Insist(HttpStatusCode.OK);
        var wrong = (await editor.FillAsync(form, new Dictionary<string, string> { [$"{Row}.Name"] = "Tờ khai mẫu 01", [$"{Row}.Url"] = "javascript:alert(1)" }, Save)).Insist(HttpStatusCode.OK);
        (await editor.FillAsync(form, new Dictionary<string, string> { [$"{Row}.Name"] = "Tờ khai mẫu 01", [$"{Row}.Url"] = file }, Save)).Insist(HttpStatusCode.Redirect);
        await site.PublishAgainAsync(id);
        var page = (await site.VisitAsync("/thu-tuc/1.007771")).Insist(HttpStatusCode.OK).Html;

        Assert.Equal($"#{Row}.Url", Assert.Single(wrong.Html.QuerySelectorAll(".gp-errors a")).GetAttribute("href"));
        var link = Assert.Single(page.QuerySelectorAll(".gp-forms a"));
        Assert.Equal("Tờ khai mẫu 01", link.TextContent);
        Assert.Equal("mẫu", (await Portal.NewVisitor().GetAsync(link.GetAttribute("href")!)).Insist(HttpStatusCode.OK).Text);
        Assert.Equal(["Phụ lục.doc"], page.QuerySelectorAll(".gp-forms span").Select(name => name.TextContent));
        Assert.Contains("Cổng Dịch vụ công quốc gia", page.QuerySelector(".gp-papers ~ .gp-small")!.TextContent, StringComparison.Ordinal);

        var now = await site.NewestAsync<Procedure>(id);
        await site.CorrectAsync(id, now with { DossierCases = [now.DossierCases[0] with { Papers = [now.DossierCases[0].Papers[0] with { Forms = ["tờ khai mẫu 01"] }] }] });
        Assert.Null((await site.VisitAsync("/thu-tuc/1.007771")).Html.QuerySelector(".gp-papers ~ .gp-small"));
    }

    private static async Task<string> PictureAsync(Visitor editor, TestSite site, string name, int width) =>
        (await editor.UploadAsync(site, name, Samples.Jpeg(width, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;

    private async Task<StoredFile> FileAsync(TestSite site, string path)
    {
        var print = path.Split('/')[2];
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Files.AsNoTracking().SingleAsync(file => file.Print == print);
    }
}

public sealed class EnteredOnceOnSqliteTests(SqlitePortal portal) : EnteredOnceTests(portal);

public sealed class EnteredOnceOnPostgresTests(PostgresPortal portal) : EnteredOnceTests(portal);
