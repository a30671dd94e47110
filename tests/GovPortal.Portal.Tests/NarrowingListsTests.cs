using System.Net;
using AngleSharp.Dom;
using GovPortal.Documents;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Beside a list stand the first choices of each filter; all of them stand one link away.</summary>
public abstract class NarrowingListsTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly string[] fields = ["Y tế", "Giáo dục", "Đất đai", "Lao động", "Tư pháp", "Xây dựng", "Tài chính", "Nội vụ", "Văn hóa", "Môi trường"];

    [Fact]
    public async Task Eight_choices_of_a_filter_stand_beside_the_list_and_all_behind_one_link()
    {
        var site = await WithRecipeAsync();
        foreach (var (field, number) in fields.Select((field, number) => (field, number)))
        {
            await site.PublishAsync(new LegalDocument { Number = $"{number + 1}/QĐ-UBND", Type = "Quyết định", Issuer = "UBND xã", Abstract = $"Về {field}", Field = field, FieldLabel = field, IssuedOn = new DateOnly(2026, 1, 5) });
        }

        var list = (await site.VisitAsync("/van-ban?nam=2026")).Insist(HttpStatusCode.OK);
        var rest = GroupOf(list).QuerySelector("a[data-gp-rest]")!;
        var whole = (await Portal.NewVisitor().GetAsync(rest.GetAttribute("href")!.Split('#')[0])).Insist(HttpStatusCode.OK);

        Assert.Equal(8, GroupOf(list).QuerySelectorAll("li").Length);
        Assert.Contains("2", rest.TextContent, StringComparison.Ordinal);
        Assert.Equal(GroupOf(list).Id, rest.GetAttribute("href")!.Split('#')[1]);
        Assert.Equal(fields.Length, GroupOf(whole).QuerySelectorAll("li").Length);
        Assert.Contains("nam=2026", rest.GetAttribute("href"), StringComparison.Ordinal);
        Assert.All(GroupOf(whole).QuerySelectorAll("li a"), choice => Assert.DoesNotContain("xem=", choice.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("xem=", GroupOf(whole).QuerySelector("a[data-gp-rest]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("noindex, follow", whole.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task The_chosen_one_stands_first_even_where_few_carry_it()
    {
        var site = await WithRecipeAsync();
        foreach (var (field, number) in fields.Concat(fields[..^1]).Select((field, number) => (field, number)))
        {
            await site.PublishAsync(new LegalDocument { Number = $"{number + 1}/KH-UBND", Type = "Kế hoạch", Issuer = "UBND xã", Abstract = $"Kế hoạch {number}", Field = field, FieldLabel = field });
        }

        var list = (await site.VisitAsync($"/van-ban?linh-vuc={Uri.EscapeDataString(fields[^1])}")).Insist(HttpStatusCode.OK);

        Assert.Contains(fields[^1], GroupOf(list).QuerySelector("li a[aria-current=true]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, GroupOf(list).QuerySelectorAll("li").Length);
    }

    private static IElement GroupOf(Answer list) => list.Html.QuerySelector("#loc-linh-vuc")!;
}

public sealed class NarrowingListsOnSqliteTests(SqlitePortal portal) : NarrowingListsTests(portal);

public sealed class NarrowingListsOnPostgresTests(PostgresPortal portal) : NarrowingListsTests(portal);
