using System.Globalization;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Several files of the library at once: described, moved, deleted, put in order.</summary>
public abstract class ManyFilesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Library = "/quan-tri/thu-vien";

    [Fact]
    public async Task Chosen_files_are_moved_together_and_only_unused_ones_deleted()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var (used, other) = (await UploadAsync(editor, site, "Đang dùng.jpg", 441), await UploadAsync(editor, site, "Không dùng.jpg", 442));
        await site.PublishAsync(new Article { Title = "Bài có ảnh", Body = "<p>…</p>", Picture = SiteFiles.PathOf(await FileAsync(site, used)), PictureAlt = "Ảnh" });

        (await editor.PostAsync($"{site.Root}{Library}?handler=Many", Many("Move", used, other, ("MoveTo", "Sự kiện 2026")))).Insist(HttpStatusCode.Redirect);
        Assert.Equal(("Sự kiện 2026", "Sự kiện 2026"), ((await FileAsync(site, used)).Folder!, (await FileAsync(site, other)).Folder!));

        var after = await editor.GetAsync((await editor.PostAsync($"{site.Root}{Library}?handler=Many", Many("Delete", used, other))).Insist(HttpStatusCode.Redirect).Location!);
        Assert.Contains("Đang dùng", after.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((true, false), ((await FileAsync(site, used)).DeletedAt is null, (await FileAsync(site, other)).DeletedAt is null));
    }

    [Fact]
    public async Task Pictures_without_words_are_a_list_that_empties_as_words_are_written()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var (first, second) = (await UploadAsync(editor, site, "Thứ nhất.jpg", 443), await UploadAsync(editor, site, "Thứ hai.jpg", 444));
        var list = $"{site.Root}{Library}?xem=thieu-mo-ta";

        Assert.Equal(2, (await editor.GetAsync(list)).Html.QuerySelectorAll(".gp-wordless li").Length);
        (await editor.FillAsync(list, new Dictionary<string, string> { [$"Alts[{first}]"] = "Cổng làng", [$"Alts[{second}]"] = "" })).Insist(HttpStatusCode.Redirect);

        Assert.Equal("Cổng làng", (await FileAsync(site, first)).Alt);
        Assert.Null((await FileAsync(site, second)).Alt);
        Assert.Contains("Thứ hai", Assert.Single((await editor.GetAsync(list)).Html.QuerySelectorAll(".gp-wordless li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_stand_in_the_order_that_was_asked_for()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        await UploadAsync(editor, site, "Đình.jpg", 445);
        await UploadAsync(editor, site, "Ao.jpg", 446);
        await UploadAsync(editor, site, "Cầu.jpg", 447);

        Assert.Equal(["Ao", "Cầu", "Đình"], await NamesAsync("Name"));
        Assert.Equal(["Đình", "Ao", "Cầu"], await NamesAsync("Oldest"));
        (await editor.GetAsync($"{site.Root}{Library}?xep=la-lung")).Insist(HttpStatusCode.NotFound);

        async Task<IEnumerable<string>> NamesAsync(string order) => (await editor.GetAsync($"{site.Root}{Library}?xep={order}")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-file__name").Select(name => name.TextContent);
    }

    [Fact]
    public async Task Files_of_a_neighbour_are_neither_moved_nor_described_nor_deleted()
    {
        var (site, neighbour) = (await WithRecipeAsync(), await WithRecipeAsync());
        var editor = await site.SignInAsAsync(Role.Author);
        var foreign = await UploadAsync(await neighbour.SignInAsAsync(Role.Author), neighbour, "Của xã bên.jpg", 448);

        await editor.PostAsync($"{site.Root}{Library}?handler=Many", Many("Move", foreign, foreign, ("MoveTo", "Lấy mất")));
        await editor.PostAsync($"{site.Root}{Library}?handler=Many", Many("Delete", foreign, foreign));
        await editor.PostAsync($"{site.Root}{Library}?handler=Describe", [new($"Alts[{foreign}]", "Lời lạ")]);

        var file = await FileAsync(neighbour, foreign);
        Assert.Null(file.Folder ?? file.Alt);
        Assert.Null(file.DeletedAt);
    }

    private static KeyValuePair<string, string>[] Many(string act, long first, long second, params (string Name, string Value)[] more) =>
        [new("Act", act), new("Chosen", Written(first)), new("Chosen", Written(second)), .. more.Select(one => new KeyValuePair<string, string>(one.Name, one.Value))];

    private static string Written(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<long> UploadAsync(Visitor editor, TestSite site, string name, int width) =>
        (await editor.UploadAsync(site, name, Samples.Jpeg(width, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();

    private async Task<StoredFile> FileAsync(TestSite site, long id)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Files.AsNoTracking().SingleAsync(file => file.Id == id);
    }
}

public sealed class ManyFilesOnSqliteTests(SqlitePortal portal) : ManyFilesTests(portal);

public sealed class ManyFilesOnPostgresTests(PostgresPortal portal) : ManyFilesTests(portal);
