using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>How often a page that is not kept asks the database.</summary>
public sealed class QueriesOfPagesTests
{
    [Fact]
    public async Task Home_asks_at_most_four_times_lists_and_items_twice()
    {
        await using var portal = new UncachedPortal();
        using var queries = new QueryWatch(portal);
        var site = await portal.WithRecipeAsync("department");
        for (var i = 0; i < 15; i++)
        {
            await site.PublishArticleAsync($"Bài viết thứ {i}");
        }

        // What is kept between pages, such as the pages at the foot, is asked for by the first.
        string[] pages = ["/", "/tin-tuc", "/tin-tuc?chuyen-muc=thong-bao", "/tin-tuc/bai-viet-thu-3", "/thu-tuc", "/van-ban"];
        foreach (var page in pages)
        {
            (await site.VisitAsync(page)).Insist(HttpStatusCode.OK);
        }

        var asked = new List<int>();
        foreach (var page in pages.Append(""))
        {
            var before = queries.Count;
            (await (page.Length > 0 ? site : portal.Portal).VisitAsync(page.Length > 0 ? page : "/")).Insist(HttpStatusCode.OK);
            asked.Add(queries.Count - before);
        }

        Assert.True(asked[0] <= 4, $"the home page of a site asked {asked[0]} times: {queries}");
        Assert.All(asked[1..^1], count => Assert.InRange(count, 0, 2));
        // News, news of agencies, documents, guides, and whatever the frame lacks; nothing once all of it is kept.
        Assert.InRange(asked[^1], 0, 5);
        Assert.True(asked[3] > 0, "an item comes from nowhere");
    }

    [Fact]
    public async Task A_page_of_the_desk_asks_once_what_a_person_is_on_the_site()
    {
        await using var portal = new UncachedPortal();
        using var queries = new QueryWatch(portal);
        var site = await portal.WithRecipeAsync("commune");
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var asked = 0;
        queries.Asked = command => asked += command.Contains("memberships", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        foreach (var page in new[] { "/quan-tri", "/quan-tri/noi-dung", "/quan-tri/lich" })
        {
            asked = 0;
            (await publisher.GetAsync(site.Root + page)).Insist(HttpStatusCode.OK);
            Assert.Equal((page, 1), (page, asked));
        }
    }
}
