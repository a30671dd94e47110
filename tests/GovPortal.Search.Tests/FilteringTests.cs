using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;

namespace GovPortal.Search.Tests;

public sealed class FilteringTests
{
    private static readonly ContentTerm justice = new("agency", "H05.13", "Sở Tư pháp");
    private static readonly ContentTerm health = new("agency", "H05.21", "Sở Y tế");
    private static readonly ContentTerm civil = new("field", "ho-tich", "Hộ tịch");
    private static readonly ContentTerm drugs = new("field", "duoc", "Dược phẩm");

    private static TestIndex Portal() => new TestIndex()
        .With("Cấp giấy phép hành nghề luật sư", tenant: TestIndex.Justice, terms: [justice])
        .With("Cấp giấy chứng nhận kết hôn", tenant: TestIndex.Justice, terms: [justice, civil])
        .With("Cấp giấy phép bán lẻ thuốc", tenant: TestIndex.Health, terms: [health, drugs])
        .With("Tin cấp giấy phép", tenant: TestIndex.Health, type: "article", terms: [health])
        .With("Khám bệnh lưu động", tenant: TestIndex.Ward, type: "article");

    [Fact]
    public void A_site_finds_its_own_items_only()
    {
        using var index = Portal();

        Assert.Equal(2, index.Find("cấp giấy", TestIndex.Justice).Total);
        Assert.All(index.Find("cấp giấy", TestIndex.Health).Items, hit => Assert.Equal(TestIndex.Health, hit.TenantId));
        Assert.Equal(4, index.Find("cấp giấy").Total);
    }

    [Fact]
    public void A_procedure_of_many_sites_stands_once_in_the_search_of_all_and_on_each_site_by_itself()
    {
        using var index = new TestIndex()
            .With("Đăng ký khai sinh", "1.001193", TestIndex.Ward, terms: [health])
            .With("Thủ tục đăng ký khai sinh", "1.001193", TestIndex.Justice, terms: [justice, civil])
            .With("Đăng ký khai sinh lưu động", "1.003583", TestIndex.Ward, terms: [civil]);

        var everywhere = index.Find("dang ky khai sinh");
        Assert.Equal(2, everywhere.Total);
        Assert.Equal(TestIndex.Justice, everywhere.Items.Single(hit => hit.Code == "1.001193").TenantId);
        Assert.Equal(everywhere.Total, everywhere.Facets["type"].Single().Count);
        Assert.Equal(2, index.Find("dang ky khai sinh", TestIndex.Ward).Total);
        Assert.Equal(TestIndex.Ward, index.Find(new SearchQuery("khai sinh", null) { Terms = new Dictionary<string, string> { ["agency"] = health.Value } }).Items.Single().TenantId);
    }

    [Fact]
    public void A_small_site_among_many_finds_all_its_own()
    {
        using var index = new TestIndex();
        for (var number = 0; number < 400; number++)
        {
            index.With($"Thông báo tuyển dụng {number}", tenant: number % 100 == 7 ? TestIndex.Ward : TestIndex.Health, body: "Hồ sơ nộp tại bộ phận một cửa.");
        }

        Assert.Equal(["Thông báo tuyển dụng 107", "Thông báo tuyển dụng 207", "Thông báo tuyển dụng 307", "Thông báo tuyển dụng 7"], index.Titles("thông báo tuyển dụng", TestIndex.Ward).Order());
        Assert.Equal(4, index.Find("nop ho so mot cua", TestIndex.Ward).Total);
        Assert.Equal(["Thông báo tuyển dụng 207"], index.Titles("tuyển dụng 207", TestIndex.Ward).Take(1));
    }

    [Fact]
    public void A_closed_site_is_neither_found_nor_counted()
    {
        using var index = Portal().Close(TestIndex.Health);

        var results = index.Find("");

        Assert.Equal(3, results.Total);
        Assert.Equal([new FacetCount("H05.13", "Sở Tư pháp", 2)], results.Facets["agency"]);
        Assert.DoesNotContain("Cấp giấy phép bán lẻ thuốc", index.Suggest("cấp"));
    }

    [Fact]
    public void Type_and_terms_narrow_together()
    {
        using var index = Portal();

        var results = index.Find(new("cấp giấy", null) { Type = "procedure", Terms = new Dictionary<string, string> { ["agency"] = "H05.13", ["field"] = "ho-tich" } });

        Assert.Equal(["Cấp giấy chứng nhận kết hôn"], results.Items.Select(hit => hit.Title));
    }

    [Fact]
    public void Counts_are_given_for_every_filter_with_their_labels_largest_first()
    {
        using var index = Portal();

        var facets = index.Find("cấp giấy").Facets;

        Assert.Equal([new FacetCount("procedure", "procedure", 3), new FacetCount("article", "article", 1)], facets["type"]);
        Assert.Equal([new FacetCount("H05.13", "Sở Tư pháp", 2), new FacetCount("H05.21", "Sở Y tế", 2)], facets["agency"]);
        Assert.Equal([new FacetCount("duoc", "Dược phẩm", 1), new FacetCount("ho-tich", "Hộ tịch", 1)], facets["field"]);
        Assert.Empty(facets["year"]);
    }

    [Fact]
    public void A_filter_in_force_does_not_shrink_its_own_counts_but_does_others()
    {
        using var index = Portal();

        var facets = index.Find(new("cấp giấy", null) { Terms = new Dictionary<string, string> { ["agency"] = "H05.21" } }).Facets;

        Assert.Equal([("H05.13", 2), ("H05.21", 2)], facets["agency"].Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([("article", 1), ("procedure", 1)], facets["type"].Select(facet => (facet.Value, facet.Count)));
        Assert.Equal(["duoc"], facets["field"].Select(facet => facet.Value));
    }

    [Fact]
    public void Any_kind_of_term_can_be_filtered_by_and_counted()
    {
        using var index = Portal().With("Cấp giấy mới", terms: [new ContentTerm("level", "xa", "Cấp xã")]);

        var results = index.Find(new("", null) { Facets = ["level"], Terms = new Dictionary<string, string> { ["level"] = "xa" } });

        Assert.Equal(1, results.Total);
        Assert.Equal([new FacetCount("xa", "Cấp xã", 1)], results.Facets["level"]);
        Assert.False(results.Facets.ContainsKey("agency"));
    }

    [Fact]
    public void A_value_nobody_carries_finds_nothing()
    {
        using var index = Portal();

        var results = index.Find(new("cấp giấy", null) { Terms = new Dictionary<string, string> { ["agency"] = "H99" } });

        Assert.Equal(0, results.Total);
        Assert.Equal(2, results.Facets["agency"].Count);
    }

    [Fact]
    public void A_renamed_term_shows_its_new_label()
    {
        using var index = new TestIndex().With("Tin cũ", terms: [new ContentTerm("agency", "H05.34", "Sở Tài nguyên")]);
        index.Find("");
        index.With("Tin mới", terms: [new ContentTerm("agency", "H05.34", "Sở Nông nghiệp và Môi trường")]);

        Assert.Equal([new FacetCount("H05.34", "Sở Nông nghiệp và Môi trường", 2)], index.Find("").Facets["agency"]);
    }
}
