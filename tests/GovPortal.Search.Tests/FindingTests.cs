using System.Text;

namespace GovPortal.Search.Tests;

public sealed class FindingTests
{
    private static TestIndex CivilStatus() => new TestIndex()
        .With("Đăng ký khai sinh", "1.001193", body: "Người đi đăng ký khai sinh nộp giấy chứng sinh.")
        .With("Đăng ký kết hôn", "1.000894", body: "Hai bên nam, nữ cùng có mặt.")
        .With("Đăng ký khai tử", "1.000656", body: "Nộp giấy báo tử. Người mất có thể đã có giấy khai sinh.")
        .With("Cấp bản sao trích lục hộ tịch", "2.000635", body: "Trích lục khai sinh, khai tử, kết hôn.")
        .With("Cấp giấy phép lái xe", "1.002835")
        .With("Hòa giải tranh chấp đất đai", "1.003554");

    [Theory]
    [InlineData("đăng ký khai sinh")]
    [InlineData("dang ky khai sinh")]
    [InlineData("ĐĂNG KÝ KHAI SINH")]
    [InlineData("đang ky khai sinh")]
    [InlineData("dang kí khai sinh")]
    [InlineData("khai sinh, đăng ký!")]
    public void A_query_finds_the_same_however_it_is_typed(string typed)
    {
        using var index = CivilStatus();

        Assert.Equal("Đăng ký khai sinh", index.Titles(typed)[0]);
        Assert.Equal("Đăng ký khai sinh", index.Titles(typed.Normalize(NormalizationForm.FormD))[0]);
    }

    [Theory]
    [InlineData("hoà giải")]
    [InlineData("hòa giải")]
    [InlineData("hoa giai")]
    public void Both_placements_of_a_tone_find_the_same(string typed)
    {
        using var index = CivilStatus();

        Assert.Equal(["Hòa giải tranh chấp đất đai"], index.Titles(typed));
    }

    [Fact]
    public void The_spelling_that_was_typed_comes_before_others()
    {
        using var index = new TestIndex().With("Hội đồng nhân dân").With("Hỏi đáp về đất đai").With("Hồi hương");

        Assert.Equal("Hỏi đáp về đất đai", index.Titles("hỏi")[0]);
        Assert.Equal("Hội đồng nhân dân", index.Titles("hội")[0]);
        Assert.Equal(3, index.Find("hoi").Total);
    }

    [Fact]
    public void A_title_comes_before_keywords_a_summary_and_a_body()
    {
        using var index = new TestIndex()
            .With("Việc thứ nhất", body: "Lệ phí trước bạ nhà đất được nộp một lần.")
            .With("Việc thứ hai", summary: "Lệ phí trước bạ nhà đất")
            .With("Việc thứ ba", keywords: "lệ phí trước bạ nhà đất")
            .With("Lệ phí trước bạ nhà đất");

        Assert.Equal(["Lệ phí trước bạ nhà đất", "Việc thứ ba", "Việc thứ hai", "Việc thứ nhất"], index.Titles("lệ phí trước bạ"));
    }

    [Fact]
    public void Words_side_by_side_come_before_the_same_words_apart()
    {
        using var index = new TestIndex().With("Sinh viên khai báo tạm trú").With("Khai sinh cho trẻ tạm trú");

        Assert.Equal("Khai sinh cho trẻ tạm trú", index.Titles("khai sinh")[0]);
    }

    [Theory]
    [InlineData("1.001193")]
    [InlineData("1001193")]
    [InlineData("1 001193")]
    [InlineData("thủ tục 1.001193")]
    [InlineData("1.001193 khai sinh")]
    public void A_procedure_is_found_first_by_its_code(string typed)
    {
        using var index = CivilStatus().With("Khai sinh và khai tử lưu động");

        Assert.Equal("1.001193", index.Find(typed).Items[0].Code);
    }

    [Theory]
    [InlineData("42/2022/NĐ-CP")]
    [InlineData("42/2022/nd-cp")]
    [InlineData("42/2022/NDCP")]
    [InlineData("nd 42/2022")]
    [InlineData("Nghị định 42/2022")]
    [InlineData("nghị định số 42 năm 2022")]
    [InlineData("42/2022")]
    public void A_document_is_found_first_by_its_number_and_then_what_names_it(string typed)
    {
        using var index = new TestIndex()
            .With("Nghị định 42 quy định xử phạt năm 2022", "42/2012/NĐ-CP", type: "document")
            .With("Cung cấp dịch vụ công trực tuyến theo Nghị định số 42/2022/NĐ-CP")
            .With("Quy định về cung cấp thông tin trên mạng", "42/2022/NĐ-CP", type: "document");

        var hits = index.Find(typed).Items;

        Assert.Equal("42/2022/NĐ-CP", hits[0].Code);
        Assert.StartsWith("Cung cấp dịch vụ công", hits[1].Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tôi muốn làm khai sinh cho con thì cần giấy tờ gì?", "Đăng ký khai sinh")]
    [InlineData("Làm thế nào để đăng ký kết hôn", "Đăng ký kết hôn")]
    [InlineData("lam bang lai xe o dau", "Cấp giấy phép lái xe")]
    [InlineData("Người nhà mất thì khai báo ở đâu ạ", "Đăng ký khai tử")]
    [InlineData("em muốn cưới vợ", "Đăng ký kết hôn")]
    public void A_question_in_everyday_words_finds_the_procedure(string question, string title)
    {
        using var index = CivilStatus();

        Assert.Equal(title, index.Titles(question)[0]);
    }

    [Fact]
    public void A_question_of_question_words_only_is_still_answered()
    {
        using var index = new TestIndex().With("Hướng dẫn thủ tục").With("Lịch tiếp công dân");

        Assert.Equal(["Hướng dẫn thủ tục"], index.Titles("thủ tục"));
    }

    [Fact]
    public void Of_one_name_the_procedure_with_the_first_code_comes_first()
    {
        using var index = new TestIndex()
            .With("Cấp lại giấy chứng nhận do bị mất", "1.115465", tenant: TestIndex.Ward, at: TestIndex.Day(2026, 7, 6))
            .With("Cấp lại giấy chứng nhận do bị mất", "1.012786", at: TestIndex.Day(2026, 4, 16), body: "Giấy chứng nhận bị mất thì khai báo.");

        Assert.Equal(["1.012786", "1.115465"], index.Find("cấp lại giấy chứng nhận bị mất").Items.Select(hit => hit.Code));
    }

    [Fact]
    public void An_empty_query_lists_everything_newest_first()
    {
        using var index = new TestIndex()
            .With("Cũ", at: TestIndex.Day(2024, 5, 1)).With("Mới nhất", at: TestIndex.Day(2026, 5, 1)).With("Giữa", at: TestIndex.Day(2025, 5, 1));

        Assert.Equal(["Mới nhất", "Giữa", "Cũ"], index.Titles(""));
        Assert.Equal(["Mới nhất", "Giữa", "Cũ"], index.Titles("   "));
    }

    [Fact]
    public void Pages_follow_one_another_without_gap_or_repeat()
    {
        using var index = new TestIndex();
        for (var number = 0; number < 25; number++)
        {
            index.With($"Thông báo tuyển dụng đợt {number}");
        }

        var pages = Enumerable.Range(1, 4).SelectMany(page => index.Find(new("thông báo tuyển dụng", null) { Page = page, Size = 8 }).Items).ToList();

        Assert.Equal(25, pages.Select(hit => hit.ItemId).Distinct().Count());
        Assert.Equal(25, pages.Count);
        Assert.Empty(index.Find(new("thông báo tuyển dụng", null) { Page = int.MaxValue, Size = 100 }).Items);
    }

    [Fact]
    public void A_hit_carries_what_a_page_shows_of_it()
    {
        using var index = new TestIndex().With("Đăng ký khai sinh", "1.001193", TestIndex.Ward, at: TestIndex.Day(2026, 1, 16));

        var hit = Assert.Single(index.Find("khai sinh").Items);

        Assert.Equal((1L, TestIndex.Ward, "procedure", "1.001193", "/thu-tuc/1"), (hit.ItemId, hit.TenantId, hit.Type, hit.Code, hit.Path));
        Assert.Equal("Đăng ký <mark>khai sinh</mark>", hit.TitleHtml);
        Assert.Equal(TestIndex.Day(2026, 1, 16), hit.PublishedAt);
    }
}
