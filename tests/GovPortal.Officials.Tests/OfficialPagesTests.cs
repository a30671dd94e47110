using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Officials.Tests;

/// <summary>Structure and directory over HTTP. It is 2 March 2026.</summary>
public abstract class OfficialPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private static OrganizationUnit Planning => new() { Key = "phong-ke-hoach", Name = "Phòng Kế hoạch", NameEn = "Planning Division", Tasks = "Lập kế hoạch năm.\nTheo dõi đầu tư công.", Order = 1 };

    private static Official Director => new()
    {
        Name = "Đặng Thị Ngọc Ánh",
        IsLeader = true,
        IsSpokesperson = true,
        Phone = "0222 382 001",
        Email = "giamdoc@so.example.vn",
        Reception = "Thứ Năm tuần thứ hai hằng tháng",
        Posts = [new HeldPost { Post = "Giám đốc Sở", PostEn = "Director", From = new DateOnly(2025, 7, 1) }],
    };

    private static Official Head(string name, DateOnly from, DateOnly? until = null) => new()
    {
        Name = name,
        Posts = [new HeldPost { Post = "Trưởng phòng", Unit = "phong-ke-hoach", UnitName = "Phòng Kế hoạch", From = from, Until = until }],
    };

    [Fact]
    public async Task The_structure_is_a_list_with_tasks_and_heads_and_a_drawing()
    {
        var site = await WithRecipeAsync("department");
        var unit = await site.ItemAsync(await site.PublishAsync(Planning));
        await site.PublishAsync(new OrganizationUnit { Key = "to-tong-hop", Name = "Tổ Tổng hợp", Under = "phong-ke-hoach" });
        await site.PublishAsync(Head("Nguyễn Văn Bình", new DateOnly(2024, 1, 1)));
        await site.PublishAsync(Director);

        var page = (await site.VisitAsync("/co-cau")).Insist(HttpStatusCode.OK);

        Assert.Equal(["Phòng Kế hoạch", "Tổ Tổng hợp"], page.Html.QuerySelectorAll(".gp-units a[href*='/co-cau/']").Select(link => link.TextContent));
        Assert.NotNull(page.Html.QuerySelector(".gp-units ul a[href$='/co-cau/to-tong-hop']"));
        Assert.Contains("Trưởng phòng: Nguyễn Văn Bình", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lập kế hoạch năm.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Đặng Thị Ngọc Ánh", page.Words, StringComparison.Ordinal);
        Assert.Contains("Tổ Tổng hợp", page.Html.QuerySelector("svg.gp-chart__drawing")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Theo dõi đầu tư công.", (await site.VisitAsync($"/co-cau/{unit.Slug}")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_stands_by_unit_and_names_who_gives_information()
    {
        var site = await WithRecipeAsync("department");
        await site.PublishAsync(Planning);
        await site.PublishAsync(Director);
        await site.PublishAsync(Head("Nguyễn Văn Bình", new DateOnly(2024, 1, 1)));
        await site.DraftAsync(Head("Còn Là Bản Nháp", new DateOnly(2024, 1, 1)));

        var page = (await site.VisitAsync("/can-bo")).Insist(HttpStatusCode.OK);

        Assert.Equal(["Người phát ngôn, đầu mối cung cấp thông tin", "Lãnh đạo cơ quan", "Phòng Kế hoạch"], page.Html.QuerySelectorAll("main section h2").Select(heading => heading.TextContent.Trim()));
        Assert.Contains("Thứ Năm tuần thứ hai hằng tháng", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("a[href='tel:0222382001']"));
        Assert.DoesNotContain("Bản Nháp", page.Words, StringComparison.Ordinal);
        var english = (await site.VisitAsync("/en/can-bo")).Insist(HttpStatusCode.OK);
        Assert.Contains("Director", english.Words, StringComparison.Ordinal);
        Assert.Contains("Planning Division", english.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_held_a_post_before_is_told_with_days()
    {
        var site = await WithRecipeAsync("department");
        var unit = await site.ItemAsync(await site.PublishAsync(Planning));
        await site.PublishAsync(Head("Nguyễn Văn Bình", new DateOnly(2024, 1, 1)));
        var former = await site.ItemAsync(await site.PublishAsync(Head("Trần Thị Cúc", new DateOnly(2019, 5, 1), new DateOnly(2023, 12, 31))));

        var table = (await site.VisitAsync($"/co-cau/{unit.Slug}")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("main tbody td").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["Trưởng phòng", "Trần Thị Cúc", "01/05/2019", "31/12/2023"], table);
        Assert.DoesNotContain("Trần Thị Cúc", (await site.VisitAsync("/can-bo")).Words, StringComparison.Ordinal);
        Assert.Contains("đã thôi giữ chức vụ", (await site.VisitAsync($"/can-bo/{former.Slug}")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_every_agency_are_found_on_the_portal_without_diacritics()
    {
        var (site, word) = (await WithRecipeAsync("department"), $"Kiều{Guid.NewGuid().ToString("n")[..8]}");
        await site.PublishAsync(Director with { Name = $"Đỗ {word}" });
        await site.PublishAsync(Head($"Cựu {word}", new DateOnly(2019, 5, 1), new DateOnly(2023, 12, 31)));
        var portal = Mine(new TestSite(Portal, "portal"));

        await Eventually.BecomesTrueAsync("the portal's directory finds a person by plain letters", async () =>
            (await portal.VisitAsync("/can-bo?q=" + Uri.EscapeDataString($"do {word.Replace("ề", "e", StringComparison.Ordinal)}"))).Html.QuerySelector($"main a[href='{site.Root}/can-bo/{Core.Text.VietnameseText.Slug($"Đỗ {word}")}']") is not null);
        await Eventually.BecomesTrueAsync("who has left is found by name", async () => (await portal.VisitAsync("/can-bo?q=" + Uri.EscapeDataString($"Cựu {word}"))).Words.Contains("Thôi giữ chức vụ từ 31/12/2023", StringComparison.Ordinal));
        var list = (await portal.VisitAsync("/can-bo")).Insist(HttpStatusCode.OK).Words;
        Assert.Contains($"Đỗ {word}", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"Cựu {word}", list, StringComparison.Ordinal);
        Assert.DoesNotContain(word, (await (await WithRecipeAsync("department")).VisitAsync("/can-bo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_answers_as_those_of_other_types_do()
    {
        var site = await WithRecipeAsync("department");
        var item = await site.ItemAsync(await site.PublishAsync(Director));

        var list = (await site.VisitAsync("/api/v1/officials?page=1&size=5")).Insist(HttpStatusCode.OK).Json;
        Assert.Equal((1, "Đặng Thị Ngọc Ánh"), (list.GetProperty("total").GetInt32(), list.GetProperty("items")[0].GetProperty("title").GetString()));
        var one = (await site.VisitAsync($"/api/v1/officials/{item.Slug}")).Insist(HttpStatusCode.OK).Json;
        Assert.Equal("Giám đốc Sở", one.GetProperty("body").GetProperty("posts")[0].GetProperty("post").GetString());
        (await site.VisitAsync("/api/v1/officials/khong-co")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/api/v1/officials?size=0")).Insist(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_form_offers_units_that_exist_and_says_what_is_wrong()
    {
        var site = await WithRecipeAsync("department");
        await site.DraftAsync(Planning);
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/can-bo/moi";
        Dictionary<string, string> fields = new() { ["Name"] = "Lê Văn Dũng", ["Posts[0].Post"] = "Phó Trưởng phòng", ["Posts[0].Unit"] = "phong-ke-hoach", ["Posts[0].From"] = "05/08/2025", ["Email"] = "không có" };

        var form = (await publisher.GetAsync(address)).Insist(HttpStatusCode.OK);
        Assert.Contains("Phòng Kế hoạch", form.Html.QuerySelector("select[name='Posts[0].Unit']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("không phải địa chỉ thư điện tử", (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (fields["Email"], fields["Posts[0].Unit"]) = ("", "phong-da-giai-the");
        Assert.Contains("không còn trong cơ cấu", (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        fields["Posts[0].Unit"] = "phong-ke-hoach";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Phó Trưởng phòng, Phòng Kế hoạch", (await site.VisitAsync("/can-bo/le-van-dung")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_units_of_one_name_are_refused_and_so_is_a_circle()
    {
        var site = await WithRecipeAsync("department");
        var id = await site.PublishAsync(Planning);
        await site.PublishAsync(new OrganizationUnit { Key = "to-tong-hop", Name = "Tổ Tổng hợp", Under = "phong-ke-hoach" });
        var publisher = await site.SignInAsAsync(Role.Publisher);

        var twin = await publisher.FillAsync($"{site.Root}/quan-tri/co-cau/moi", new Dictionary<string, string> { ["Name"] = "Phòng  Kế hoạch" });
        Assert.Contains("Đã có đơn vị tên", twin.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        var circle = await publisher.FillAsync($"{site.Root}/quan-tri/co-cau/{id}", new Dictionary<string, string> { ["Under"] = "to-tong-hop" });
        Assert.Contains("đang ở dưới", circle.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_that_fell_behind_is_told_to_readers_and_writers()
    {
        var site = await WithRecipeAsync("department");
        var unit = Planning.WithEnglishSince(null, isLookedThrough: true);
        var id = await site.PublishAsync(unit);
        var path = $"/en/co-cau/{(await site.ItemAsync(id)).Slug}";
        Assert.DoesNotContain("The Vietnamese is newer", (await site.VisitAsync(path)).Words, StringComparison.OrdinalIgnoreCase);

        await site.CorrectAsync(id, (unit with { Tasks = "Lập kế hoạch năm và năm năm." }).WithEnglishSince(unit, isLookedThrough: false));

        Assert.Contains("the Vietnamese is newer", (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        var publisher = await site.SignInAsAsync(Role.Publisher);
        Assert.Contains("Bản tiếng Anh cũ hơn", (await publisher.GetAsync($"{site.Root}/quan-tri/co-cau/{id}")).Words, StringComparison.Ordinal);
    }
}

public sealed class OfficialPagesOnSqliteTests(SqlitePortal portal) : OfficialPagesTests(portal);

public sealed class OfficialPagesOnPostgresTests(PostgresPortal portal) : OfficialPagesTests(portal);
