using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;
using GovPortal.Search.Learning;
using GovPortal.Search.Teaching;

namespace GovPortal.Search.Tests;

/// <summary>What names a question as its own stands first: guides, and what editors taught.</summary>
public sealed class AnsweringTests
{
    private static TestIndex Index()
    {
        var index = new TestIndex().With("Thủ tục đăng ký khai tử", code: "1.000656").With("Thủ tục đăng ký khai sinh", code: "1.001193").With("Tin về mai táng và tang lễ văn minh", type: "article");
        index.Index.Apply([new IndexChange.Put(TestIndex.Entry(90, "Khi nhà có tang") with { Type = "guide", Text = new SearchText { Answers = ["{kin} .. {died} .. làm gì", "= tang lễ", "{khong-co} .. gì", ".."] } })]);
        return index;
    }

    private static SearchResults Ask(TestIndex index, string question, params SearchRule[] taught)
    {
        index.Index.Refresh();
        return index.Finder.Find(new SearchQuery(question, null), new SearchRules(taught, TestIndex.Justice));
    }

    private static SearchRule Taught(SearchRuleKind kind, string says, string means, long? item = null, int site = TestIndex.Justice) =>
        new() { Id = 1, TenantId = site, Kind = kind, Says = says, Means = means, Question = says, ItemId = item };

    [Theory]
    [InlineData("bố tôi vừa qua đời phải làm gì", "Khi nhà có tang")]
    [InlineData("bo toi mat roi lam gi", "Khi nhà có tang")]
    [InlineData("tang lễ", "Khi nhà có tang")]
    [InlineData("đăng ký khai tử", "Thủ tục đăng ký khai tử")]
    [InlineData("1.000656", "Thủ tục đăng ký khai tử")]
    public void A_guide_stands_first_where_its_life_is_told_and_nowhere_else(string question, string first)
    {
        using var index = Index();

        Assert.Equal(first, Ask(index, question).Items[0].Title);
    }

    [Fact]
    public void A_filter_leaves_a_guide_out_and_what_is_taken_back_answers_no_more()
    {
        using var index = Index();

        Assert.DoesNotContain(index.Find(new SearchQuery("bố tôi vừa qua đời phải làm gì", null) { Type = "procedure" }).Items, hit => hit.Type == "guide");
        index.Index.Apply([new IndexChange.Remove(90)]);
        Assert.DoesNotContain(index.Find("bố tôi vừa qua đời phải làm gì").Items, hit => hit.Type == "guide");
    }

    [Fact]
    public void What_an_editor_taught_is_found_as_they_said()
    {
        using var index = Index();
        const string Question = "giấy cho thằng cu nhà mình";
        Assert.NotEqual("1.001193", Ask(index, Question).Items.FirstOrDefault()?.Code);

        Assert.Equal("1.001193", Ask(index, Question, Taught(SearchRuleKind.Synonym, "giấy .. thằng cu", "đăng ký khai sinh")).Items[0].Code);
        Assert.Equal("1.001193", Ask(index, Question, Taught(SearchRuleKind.Alias, "giấy .. thằng cu", "1.001193")).Items[0].Code);
        Assert.Equal("Tin về mai táng và tang lễ văn minh", Ask(index, Question, Taught(SearchRuleKind.BestBet, "thằng cu", "/x", item: 3)).Items[0].Title);
        Assert.DoesNotContain(Ask(index, Question, Taught(SearchRuleKind.Alias, "giấy .. thằng cu", "1.001193", site: TestIndex.Health)).Items, hit => hit.Code == "1.001193");
    }

    [Theory]
    [InlineData("bố .. mất", true)]
    [InlineData("= hộ chiếu", true)]
    [InlineData("..", false)]
    [InlineData("", false)]
    [InlineData("{rong} .. mất", false)]
    [InlineData("{kin} {kin} {kin}", false)]
    [InlineData("///", false)]
    public void A_line_that_says_nothing_or_too_much_is_not_read(string line, bool isRead) =>
        Assert.Equal(isRead, SaidLine.TryRead(line, Lexicon.NeedFile.Classes, out _));

    [Theory]
    [InlineData("tra cứu 0912 345 678", "tra cứu •••")]
    [InlineData("cccd 024.099.001234 hết hạn", "cccd ••• hết hạn")]
    [InlineData("hồ sơ H05.21-251103-0001", "hồ sơ H•••")]
    [InlineData("gửi nguyenvana@gmail.com", "gửi •••")]
    [InlineData("thủ tục 1.001193", "thủ tục 1.001193")]
    [InlineData("nghị định 45/2019/QH14", "nghị định 45/2019/QH14")]
    [InlineData("sổ đỏ năm 2024", "sổ đỏ năm 2024")]
    public void Numbers_that_tell_who_asked_are_masked(string question, string kept) => Assert.Equal(kept, MaskedQuestion.Of(question));

    [Theory]
    [InlineData("làm hộ chiếu mất phí ko", AskedFact.Fee)]
    [InlineData("khai sinh cần giấy tờ j nộp ở đâu", AskedFact.Papers | AskedFact.Place)]
    [InlineData("how long does a passport take", AskedFact.Time)]
    [InlineData("đăng ký khai sinh", AskedFact.None)]
    public void What_a_question_wants_to_know_is_heard(string question, AskedFact asked)
    {
        using var index = Index();

        Assert.Equal(asked, index.Find(question).Asks);
    }

    [Fact]
    public void A_document_that_another_puts_out_of_force_says_by_what_and_comes_behind()
    {
        using var index = new TestIndex().With("Luật Đất đai số 45/2013/QH13", code: "45/2013/QH13", type: "document", at: TestIndex.Day(2026, 2, 1))
            .With("Luật Đất đai số 31/2024/QH15", code: "31/2024/QH15", type: "document", at: TestIndex.Day(2024, 1, 18), terms: new ContentTerm("replaces", "45/2013/qh13", "45/2013/QH13"));

        var hits = index.Find("đất đai").Items;

        Assert.Equal(["31/2024/QH15", "45/2013/QH13"], hits.Select(hit => hit.Code));
        Assert.Equal([null, "31/2024/QH15"], hits.Select(hit => hit.ReplacedBy));
        Assert.Equal("45/2013/QH13", index.Find("45/2013/QH13").Items[0].Code);
    }
}
