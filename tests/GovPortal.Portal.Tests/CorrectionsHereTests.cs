using System.Net;
using System.Text.Json;
using GovPortal.Content;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What people changed here is not undone by importing again: kept field by field, and told.</summary>
public abstract class CorrectionsHereTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_correction_stays_public_and_the_source_is_told_apart()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Tóm tắt cũ", "<p>Bản gốc, số 10</p>"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>Bản gốc, số 12</p>" });

        var report = await site.ImportAsync("articles", Article("Tóm tắt mới", "<p>Bản gốc, số 10.</p>"));
        var again = await site.ImportAsync("articles", Article("Tóm tắt mới", "<p>Bản gốc, số 10.</p>"));
        var page = (await site.VisitAsync("/tin-tuc/bai-nhap")).Insist(HttpStatusCode.OK);

        Assert.Contains("số 12", page.Words, StringComparison.Ordinal);
        Assert.Contains("Tóm tắt mới", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("số 10", page.Words, StringComparison.Ordinal);
        var kept = Assert.Single(report.KeptFields);
        Assert.Equal((1, "slug:bai-nhap", "body"), (kept.Line, kept.Key, kept.Field));
        Assert.Contains("số 12", kept.Ours, StringComparison.Ordinal);
        Assert.Contains("số 10.", kept.Theirs, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (report.Changed, report.Unchanged, report.Kept));
        Assert.Equal((0, 1, 0), (again.Changed, again.Unchanged, again.Kept));
        Assert.Equal(ContentState.Published, (await site.ItemAsync(id)).State);
        Assert.Equal((await site.ItemAsync(id)).LatestVersion, (await site.ItemAsync(id)).LiveVersion);
    }

    [Fact]
    public async Task When_only_what_was_changed_here_differs_nothing_goes_public_and_later_fields_still_follow()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>Của xã</p>" });
        var log = (await site.LogAsync()).Count;

        var first = await site.ImportAsync("articles", Article("Một", "<p>B</p>"));
        Assert.Equal((0, 1, 1), (first.Changed, first.Unchanged, first.Kept));
        Assert.Equal(log, (await site.LogAsync()).Count);
        Assert.Equal((await site.ItemAsync(id)).LatestVersion, (await site.ItemAsync(id)).LiveVersion);

        // What the import itself wrote is nobody's change: it follows the source again and again.
        foreach (var summary in new[] { "Hai", "Ba" })
        {
            var next = await site.ImportAsync("articles", Article(summary, "<p>B</p>"));
            Assert.Equal((1, 0), (next.Changed, next.Kept));
            Assert.Equal((summary, "<p>Của xã</p>"), await site.NewestAsync<Article>(id) is var now ? (now.Summary, now.Body) : default);
        }
    }

    [Fact]
    public async Task The_source_comes_back_where_the_change_was_taken_back()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        var original = await site.NewestAsync<Article>(id);
        await site.CorrectAsync(id, original with { Body = "<p>Nhầm</p>" });
        await site.CorrectAsync(id, original);

        var report = await site.ImportAsync("articles", Article("Một", "<p>B</p>"));

        Assert.Equal((1, 0), (report.Changed, report.Kept));
        Assert.Contains("<p>B</p>", (await site.VisitAsync("/tin-tuc/bai-nhap")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_correction_at_the_source_is_no_conflict()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>B</p>" });
        var versions = (await site.ItemAsync(id)).LatestVersion;

        var same = await site.ImportAsync("articles", Article("Một", "<p>B</p>"));
        var later = await site.ImportAsync("articles", Article("Một", "<p>C</p>"));

        Assert.Equal((0, 1, 0), (same.Changed, same.Unchanged, same.Kept));
        Assert.Equal((1, 0), (later.Changed, later.Kept));
        Assert.Equal(versions + 1, (await site.ItemAsync(id)).LatestVersion);
    }

    [Fact]
    public async Task A_draft_in_work_stays_a_draft_and_is_not_buried()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        await site.SaveAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>Đang viết dở</p>" }, (await site.ItemAsync(id)).Revision);

        var report = await site.ImportAsync("articles", Article("Hai", "<p>B</p>"));
        var page = (await site.VisitAsync("/tin-tuc/bai-nhap")).Insist(HttpStatusCode.OK);
        var draft = await site.NewestAsync<Article>(id);

        Assert.Equal((1, 1), (report.Changed, report.Kept));
        Assert.Contains("<p>B</p>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang viết dở", page.Text, StringComparison.Ordinal);
        Assert.Equal(("<p>Đang viết dở</p>", "Hai"), (draft.Body, draft.Summary));
        Assert.True((await site.ItemAsync(id)).LatestVersion > (await site.ItemAsync(id)).LiveVersion);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_changed_and_taken_from_the_public_waits_with_both(bool isArchived)
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>Của xã</p>" });
        Assert.Null(isArchived ? await site.ArchiveAsync(id) : await site.WithdrawAsync(id, "Có sai sót"));

        var report = await site.ImportAsync("articles", Article("Tóm tắt từ nguồn", "<p>B</p>"));
        var waiting = await site.NewestAsync<Article>(id);

        Assert.Equal((1, 1), (report.Changed, report.Kept));
        Assert.Equal(("<p>Của xã</p>", "Tóm tắt từ nguồn"), (waiting.Body, waiting.Summary));
        Assert.Equal(isArchived ? ContentState.Archived : ContentState.Withdrawn, (await site.ItemAsync(id)).State);
        Assert.DoesNotContain("Tóm tắt từ nguồn", (await site.VisitAsync("/tin-tuc/bai-nhap")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_and_its_description_stay_together()
    {
        var site = await WithRecipeAsync();
        string Line(string alt) => JsonSerializer.Serialize(new { title = "Bài có ảnh", slug = "bai-co-anh", body = "<p>x</p>", picture = "/tep/0123456789abcdef/cu.jpg", pictureAlt = alt, category = "Thông báo" });
        await site.ImportAsync("articles", Line("Ảnh cũ"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Picture = "/tep/fedcba9876543210/moi.jpg" });

        var report = await site.ImportAsync("articles", Line("Ảnh cũ, nhìn từ cổng"));

        Assert.Equal("Ảnh cũ", (await site.NewestAsync<Article>(id)).PictureAlt);
        Assert.Contains(report.KeptFields, kept => kept.Field == "pictureAlt");
    }

    [Fact]
    public async Task Procedures_documents_and_pages_are_kept_the_same_way()
    {
        var site = await WithRecipeAsync();
        string Procedure(string requirements, string step) => JsonSerializer.Serialize(new { code = "1.000777", name = "Thủ tục", requirements, steps = new[] { new { name = "Bước 1", text = step } } });
        string Document(string summary, string signer) => JsonSerializer.Serialize(new { number = "7/QĐ-UBND", type = "Quyết định", agency = "Ủy ban nhân dân xã", summary, signer, issued = "05/01/2026" });
        await site.ImportAsync("procedures", Procedure("Yêu cầu", "Nộp hồ sơ"));
        var procedure = await NewestIdAsync(site);
        await site.ImportAsync("documents", Document("Về việc một", "Nguyễn Văn A"));
        var document = await NewestIdAsync(site);
        await site.CorrectAsync(procedure, await site.NewestAsync<Procedure>(procedure) with { Steps = [new Step("Bước 1", "Nộp tại quầy số 3")] });
        await site.CorrectAsync(document, await site.NewestAsync<LegalDocument>(document) with { Abstract = "Về việc hai" });

        var procedures = await site.ImportAsync("procedures", Procedure("Yêu cầu mới", "Nộp hồ sơ trực tuyến"));
        var documents = await site.ImportAsync("documents", Document("Về việc ba", "Trần Thị B"));

        Assert.Equal("steps", Assert.Single(procedures.KeptFields).Field);
        Assert.Equal("abstract", Assert.Single(documents.KeptFields).Field);
        Assert.Equal(("Yêu cầu mới", "Nộp tại quầy số 3"), await site.NewestAsync<Procedure>(procedure) is var p ? (p.Requirements, p.Steps[0].Text) : default);
        Assert.Equal(("Về việc hai", "Trần Thị B"), await site.NewestAsync<LegalDocument>(document) is var d ? (d.Abstract, d.Signer) : default);
    }

    [Fact]
    public async Task A_recipe_done_again_leaves_a_page_as_people_wrote_it()
    {
        var site = await WithRecipeAsync();
        var page = (await site.LogAsync()).First(entry => entry.Type == "page").ItemId;
        await site.CorrectAsync(page, await site.NewestAsync<Page>(page) with { Body = "<p>Xã tự viết.</p>" });
        var runner = Portal.Services.GetRequiredService<RecipeRunner>();

        await runner.ApplyAsync(runner.Read("commune"), site.Tenant, null, CancellationToken.None);

        Assert.Equal("<p>Xã tự viết.</p>", (await site.NewestAsync<Page>(page)).Body);
    }

    [Fact]
    public async Task Fields_that_would_contradict_each_other_are_not_mixed()
    {
        var site = await WithRecipeAsync();
        string Line(string effective, string expires) => JsonSerializer.Serialize(new { number = "8/QĐ-UBND", agency = "Ủy ban nhân dân xã", summary = "Về việc", issued = "2026-01-05", effective, expires });
        await site.ImportAsync("documents", Line("2026-02-01", "2026-12-31"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<LegalDocument>(id) with { EffectiveOn = new DateOnly(2026, 11, 1) });

        var report = await site.ImportAsync("documents", Line("2026-02-01", "2026-10-01"));

        Assert.Equal((0, 1), (report.Changed, report.Kept));
        Assert.Equal(new DateOnly(2026, 12, 31), (await site.NewestAsync<LegalDocument>(id)).ExpiresOn);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_kept()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Article("Một", "<p>A</p>"));
        var id = await NewestIdAsync(site);
        await site.CorrectAsync(id, await site.NewestAsync<Article>(id) with { Body = "<p>Của xã</p>" });
        var before = (await site.ItemAsync(id)).LatestVersion;

        var report = await Portal.ImportAsync("articles", site.Tenant, [Article("Hai", "<p>B</p>")], isDryRun: true);

        Assert.Equal((1, 1), (report.Changed, report.Kept));
        Assert.Equal(before, (await site.ItemAsync(id)).LatestVersion);
    }

    private static string Article(string summary, string body) =>
        JsonSerializer.Serialize(new { title = "Bài nhập", summary, body, publishedAt = "2026-02-01", slug = "bai-nhap" });

    private static async Task<long> NewestIdAsync(TestSite site) => (await site.LogAsync()).Last().ItemId;
}

public sealed class CorrectionsHereOnSqliteTests(SqlitePortal portal) : CorrectionsHereTests(portal);

public sealed class CorrectionsHereOnPostgresTests(PostgresPortal portal) : CorrectionsHereTests(portal);
