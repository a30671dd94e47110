using System.Text;
using GovPortal.Core.Text;
using GovPortal.Search.Asking;
using GovPortal.Search.Showing;

namespace GovPortal.Search.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Đăng ký khai sinh", "dang/đăng ky/ký khai sinh")]
    [InlineData("Hoà giải, thuỷ lợi", "hoa/hòa giai/giải thuy/thủy loi/lợi")]
    [InlineData("bác sĩ kĩ thuật quí I", "bac/bác sy/sỹ ky/kỹ thuat/thuật quy/quý i")]
    [InlineData("42/2022/NĐ-CP", "42 2022 nd/nđ cp")]
    [InlineData("(xã Ia Đrăng)...", "xa/xã ia drang/đrăng")]
    [InlineData("", "")]
    public void A_text_is_cut_into_syllables_folded_and_as_written(string text, string words)
    {
        foreach (var spelling in new[] { text, text.Normalize(NormalizationForm.FormD) })
        {
            var cut = QueryParser.Cut(VietnameseText.NormalizeLine(spelling));
            Assert.Equal(words, string.Join(' ', cut.Select(word => word.Exact is null ? word.Folded : $"{word.Folded}/{word.Exact}")));
        }
    }

    [Fact]
    public void Every_line_of_the_synonyms_says_two_things_and_no_phrase_is_empty()
    {
        var lines = Lexicon.Lines("synonyms.txt");

        Assert.True(lines.Count >= 150);
        foreach (var line in lines)
        {
            var sides = line.Split(line.Contains('>', StringComparison.Ordinal) ? '>' : '=');
            Assert.True(sides.Length == 2, line);
            Assert.All(sides.SelectMany(side => side.Split(',')), phrase => Assert.NotEmpty(QueryParser.Cut(phrase)));
        }

        Assert.True(Lexicon.Synonyms.Count >= 300);
    }

    [Fact]
    public void A_one_way_synonym_leads_one_way()
    {
        var synonyms = new Synonyms(["sổ đỏ > giấy chứng nhận", "ubnd = ủy ban nhân dân"]);

        Assert.Equal(2, synonyms.At(QueryParser.Cut("sổ đỏ"), 0).Length);
        Assert.Equal(2, synonyms.At(QueryParser.Cut("so do"), 0).Length);
        Assert.Equal(0, synonyms.At(QueryParser.Cut("sơ đồ"), 0).Length);
        Assert.Equal(0, synonyms.At(QueryParser.Cut("giấy chứng nhận"), 0).Length);
        Assert.Equal(1, synonyms.At(QueryParser.Cut("UBND"), 0).Length);
        Assert.Equal(4, synonyms.At(QueryParser.Cut("uỷ ban nhân dân"), 0).Length);
    }

    [Fact]
    public void Question_words_weigh_less_but_are_kept()
    {
        var ask = new QueryParser(Lexicon.Questions, Lexicon.Synonyms, Lexicon.Casual, Lexicon.Needs).Read("Tôi muốn hỏi thủ tục kết hôn");

        Assert.Equal(["tôi", "muốn", "hỏi", "thủ", "tục"], ask.Words.Where(word => word.Weight < 1).Select(word => word.Exact));
        Assert.Equal(["kết", "hôn"], ask.Words.Where(word => word.Weight >= 1).Select(word => word.Exact));
    }

    [Theory]
    [InlineData("khai", "khai", 0)]
    [InlineData("khia", "khai", 1)]
    [InlineData("sing", "sinh", 1)]
    [InlineData("xay", "xayy", 1)]
    [InlineData("giay", "gay", 1)]
    [InlineData("phpe", "phep", 1)]
    [InlineData("khai", "tu", 2)]
    public void Swapping_changing_dropping_or_adding_a_letter_is_one_edit(string one, string other, int edits) =>
        Assert.Equal(edits, Math.Min(2, Speller.Edits(one, other, 1)));
}
