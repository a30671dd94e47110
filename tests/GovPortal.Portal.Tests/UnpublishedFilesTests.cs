using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>A file is read by those who may read what shows it.</summary>
public abstract class UnpublishedFilesTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_file_opens_to_everybody_with_the_item_that_shows_it_and_closes_with_it()
    {
        var site = await WithRecipeAsync();
        var path = await site.StoreFileAsync($"Dự thảo {Guid.NewGuid()}", "Dự thảo.txt", "text/plain");
        var id = await site.DraftAsync(ArticleWith(path));

        Assert.Equal("no-store", (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound).Headers["Cache-Control"]);

        await site.PublishAgainAsync(id);
        Assert.Contains("immutable", (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Headers["Cache-Control"], StringComparison.Ordinal);

        await site.WithdrawAsync(id, "Có sai sót.");
        (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_of_an_earlier_or_a_coming_version_is_not_public()
    {
        var site = await WithRecipeAsync();
        var (old, coming) = (await site.StoreFileAsync($"Cũ {Guid.NewGuid()}", "Cũ.txt", "text/plain"), await site.StoreFileAsync($"Mới {Guid.NewGuid()}", "Mới.txt", "text/plain"));
        var id = await site.PublishAsync(ArticleWith(old));
        await site.SaveAsync(id, ArticleWith(coming), (await site.ItemAsync(id)).Revision);

        (await site.VisitAsync(old)).Insist(HttpStatusCode.OK);
        (await site.VisitAsync(coming)).Insist(HttpStatusCode.NotFound);
        await site.PublishAgainAsync(id);
        (await site.VisitAsync(old)).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync(coming)).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task People_of_the_site_read_it_before_and_people_of_another_do_not()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var picture = (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, $"{Guid.NewGuid():n}.jpg", Samples.Jpeg(50, 40))).Json;
        foreach (var path in new[] { picture.GetProperty("url").GetString()!, picture.GetProperty("thumbnail").GetString()! })
        {
            Assert.Equal("no-store, private", (await (await site.SignInAsAsync(Role.Auditor)).GetAsync(path)).Insist(HttpStatusCode.OK).Headers["Cache-Control"]);
            (await (await other.SignInAsAsync(Role.SiteAdministrator)).GetAsync(path)).Insist(HttpStatusCode.NotFound);
            (await Portal.NewVisitor().GetAsync(path)).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Who_holds_a_preview_link_sees_its_files_until_the_link_ends()
    {
        var site = await WithRecipeAsync();
        var (own, foreign) = (await site.StoreFileAsync($"Kèm {Guid.NewGuid()}", "Kèm.txt", "text/plain"), await site.StoreFileAsync($"Khác {Guid.NewGuid()}", "Khác.txt", "text/plain"));
        var id = await site.DraftAsync(ArticleWith(own));
        var previews = Portal.Services.GetRequiredService<PreviewLinks>();
        var reader = Portal.NewVisitor();

        var offered = previews.Offer(site.Tenant, id, 1);
        (await reader.GetAsync(site.Root + previews.PathOf(offered with { Until = offered.Until.AddMinutes(-1) }))).Insist(HttpStatusCode.OK);

        (await reader.GetAsync(site.Root + own)).Insist(HttpStatusCode.OK);
        (await reader.GetAsync(site.Root + foreign)).Insist(HttpStatusCode.NotFound);
        await Portal.Services.GetRequiredService<PublishingDeskOf>()(site.Tenant).RevokePreviewsAsync(id, null, CancellationToken.None);
        (await reader.GetAsync(site.Root + own)).Insist(HttpStatusCode.NotFound);
    }

    private static Article ArticleWith(string path) => new() { Title = "Tài liệu kèm theo", Body = $"<p><a href=\"{path}\">Xem tệp</a></p>" };
}

public sealed class UnpublishedFilesOnSqliteTests(SqlitePortal portal) : UnpublishedFilesTests(portal);

public sealed class UnpublishedFilesOnPostgresTests(PostgresPortal portal) : UnpublishedFilesTests(portal);
