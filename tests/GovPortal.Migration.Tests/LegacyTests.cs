using System.Net;
using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>Tables of the old one-stop portal.</summary>
public sealed class LegacyTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Article = """{"PK_ARTICLE": "7", "C_BEGIN_DATE": "2014-08-24 06:44:00", "C_END_DATE": "2100-01-01 12:00:00", "C_STATUS": "3", "C_TITLE": "Quy hoạch môi trường", "C_SLUG": "quy-hoach", "C_SUMMARY": "", "C_CONTENT": "&lt;p&gt;Bộ đang dự thảo Nghị định.&lt;/p&gt;", "C_DEFAULT_CATEGORY": "2"}""";

    [Fact]
    public async Task The_real_tables_are_taken_in_with_their_categories_and_answered_questions()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var site = await WithRecipeAsync();

        var report = await site.TakeInAsync("legacy", Repository.DataFile("legacy-portal"));

        Assert.Equal((29, 29, 0), (report.Records, report.Added, report.Refused));
        Assert.Contains("Trong nước", (await site.VisitAsync("/tin-tuc/de-xuat-quy-dinh-ve-quy-hoach-bao-ve-moi-truong")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Hỏi đáp", (await site.VisitAsync("/tin-tuc/mo-dai-ly-internet")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.Contains("t_ps_record_history_stat (8288 rows)", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, note => note.Remark.StartsWith("file not found", StringComparison.Ordinal));
        var again = await site.TakeInAsync("legacy", Repository.DataFile("legacy-portal/t_ps_article.jsonl.gz"));
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    [Fact]
    public async Task What_was_not_public_is_a_draft_and_an_archive_is_read_like_a_folder()
    {
        var site = await WithRecipeAsync();
        var hidden = Article.Replace("\"7\"", "\"8\"", StringComparison.Ordinal).Replace("quy-hoach", "an", StringComparison.Ordinal).Replace("\"C_STATUS\": \"3\"", "\"C_STATUS\": \"0\"", StringComparison.Ordinal);
        var over = Article.Replace("\"7\"", "\"9\"", StringComparison.Ordinal).Replace("quy-hoach", "het-han", StringComparison.Ordinal).Replace("2100-01-01", "2015-01-01", StringComparison.Ordinal);
        var zip = Samples.Zip(("old/t_ps_article.jsonl", $"{Article}\n{hidden}\n{over}\n"), ("old/t_ps_category.jsonl", """{"PK_CATEGORY": "2", "C_NAME": "Trong nước &amp; quốc tế"}"""));

        var report = await site.TakeInAsync("legacy", await Portal.WriteAsync(".zip", zip));

        Assert.Equal(3, report.Added);
        Assert.Contains("Trong nước & quốc tế", (await site.VisitAsync("/tin-tuc/quy-hoach")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/an")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/tin-tuc/het-han")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_folder_without_its_tables_and_an_archive_that_climbs_are_refused()
    {
        var site = await WithRecipeAsync();
        var folder = Directory.CreateDirectory(Portal.NewFile("")).FullName;

        Assert.True((await site.TakeInAsync("legacy", folder)).IsWrongFile);
        Assert.Contains("leads out of it", (await site.TakeInAsync("legacy", await Portal.WriteAsync(".zip", Samples.Zip(("../t_ps_article.jsonl", Article))))).Stopped, StringComparison.Ordinal);
        Assert.True((await site.TakeInAsync("legacy", await Portal.WriteAsync(".zip", Samples.Zip(("t_ps_article.jsonl", "hỏng"))))).Stopped is not null);
    }
}
