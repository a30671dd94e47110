using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Tests;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("bố tôi vừa qua đời phải làm thủ tục gì", "Thủ tục đăng ký khai tử")]
    [InlineData("bo toi vua qua doi phai lam thu tuc gi", "Thủ tục đăng ký khai tử")]
    [InlineData("register a newborn", "Thủ tục đăng ký khai sinh")]
    [InlineData("dk tam tru can j z", "Đăng ký tạm trú")]
    [InlineData("đăng kí thường chú", "Đăng ký thường trú")]
    [InlineData("khaisinh", "Thủ tục đăng ký khai sinh")]
    public void What_people_say_finds_what_the_state_calls_otherwise(string asked, string title)
    {
        using var index = new TestIndex().With("Thủ tục đăng ký khai tử", "1.000656").With("Thủ tục đăng ký khai sinh", "1.001193").With("Đăng ký tạm trú", "1.004194")
            .With("Đăng ký thường trú", "1.004222").With("Tách hộ", "1.010038").With("Gia hạn đăng ký thường trú của tàu", "1.000001").With("Xóa đăng ký thường trú", "1.003197").With("Đăng ký lại khai sinh", "1.004884");

        Assert.Equal(title, index.Titles(asked)[0]);
    }

    [Fact]
    public void Every_need_has_words_to_say_it_and_a_question_of_its_own()
    {
        foreach (var need in Lexicon.NeedFile.Needs)
        {
            Assert.NotEmpty(need.Means);
            Assert.NotEmpty(need.Say);
            Assert.False(string.IsNullOrWhiteSpace(need.Ask), need.Means[0]);
            Assert.All(need.Codes ?? [], code => Assert.True(ProcedureCode.IsCanonical(code), code));
        }

        Assert.InRange(Lexicon.Needs.Count, 2_000, 20_000);
    }

    [Fact]
    public void The_nearest_level_stands_for_all_unless_another_is_named()
    {
        using var index = new TestIndex().With("Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp trung ương)", "2.000539").With("Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp xã)", "1.010386")
            .With("Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp tỉnh)", "1.001445");

        var hit = Assert.Single(index.Find("trình báo mất hộ chiếu").Items);

        Assert.Equal("1.010386", hit.Code);
        Assert.Equal(["1.001445", "2.000539"], hit.OtherLevels.Select(other => other.Code));
        Assert.Equal(1, index.Find("trình báo mất hộ chiếu").Facets["type"].Sum(facet => facet.Count));
        Assert.Equal("2.000539", index.Find("trình báo mất hộ chiếu thực hiện tại cấp trung ương").Items[0].Code);
        Assert.Equal("1.001445", index.Find("1.001445").Items[0].Code);
        Assert.Equal(3, index.Find("").Total);
    }

    [Theory]
    [InlineData("sở tư pháp")]
    [InlineData("STP")]
    [InlineData("so tu phap")]
    [InlineData("số điện thoại sở tư pháp")]
    [InlineData("department of justice")]
    public void An_agency_is_found_by_all_its_names(string asked)
    {
        using var index = new TestIndex().With("Thủ tục bổ nhiệm công chứng viên của Sở Tư pháp").With("Danh sách số điện thoại các sở", type: "document");
        index.Index.Apply([new IndexChange.Put(AgencyEntries.Of(Site(TestIndex.Justice, "so-tu-phap", "Sở Tư pháp", SiteKind.Department) with { TitleEn = "Department of Justice" }))]);

        var hit = index.Find(asked).Items[0];

        Assert.Equal(("Sở Tư pháp", "page", "/"), (hit.Title, hit.Type, hit.Path));
        Assert.True(AgencyEntries.IsAgency(hit.ItemId));
        Assert.DoesNotContain(index.Index.ItemIds(), AgencyEntries.IsAgency);
    }

    [Fact]
    public void A_commune_is_found_by_the_names_it_had_before_July_2025()
    {
        using var index = new TestIndex();
        index.Index.Apply([new IndexChange.Put(AgencyEntries.Of(Site(TestIndex.Ward, "phuong-kinh-bac", "Phường Kinh Bắc", SiteKind.Ward)))]);

        Assert.Equal("Phường Kinh Bắc", index.Titles("phường suối hoa")[0]);
        Assert.Equal("Phường Kinh Bắc", index.Titles("ubnd phuong kinh bac")[0]);
    }

    [Fact]
    public void A_law_is_what_calls_itself_one_and_the_newest()
    {
        using var index = new TestIndex().With("Nghị định số 1/2025/NĐ-CP quy định chi tiết Luật đất đai", "1/2025/NĐ-CP", type: "document", at: TestIndex.Day(2025, 1, 1))
            .With("Luật số 45/2013/QH13 Luật đất đai", "45/2013/QH13", type: "document", at: TestIndex.Day(2013, 11, 29)).With("Luật số 31/2024/QH15 Luật đất đai", "31/2024/QH15", type: "document", at: TestIndex.Day(2024, 1, 18));

        Assert.Equal(["31/2024/QH15", "45/2013/QH13"], index.Find(new SearchQuery("luật đất đai", null)).Items.Take(2).Select(hit => hit.Code));
    }

    [Fact]
    public void What_holds_the_words_is_found_too_when_a_paper_is_all_that_was_asked_for()
    {
        using var index = new TestIndex().With("Cấp hộ chiếu phổ thông ở trong nước", "1.001456").With("Chuyện quyển hộ chiếu", type: "article");

        Assert.Equal(["Cấp hộ chiếu phổ thông ở trong nước", "Chuyện quyển hộ chiếu"], index.Titles("hộ chiếu"));
    }

    private static Tenant Site(int id, string name, string title, SiteKind kind) => new(id, name) { Title = title, Kind = kind };
}
