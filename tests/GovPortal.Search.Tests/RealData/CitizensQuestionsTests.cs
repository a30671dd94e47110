using System.Text;
using GovPortal.Core.Text;
using GovPortal.Publishing.Search;

namespace GovPortal.Search.Tests.RealData;

/// <summary>Citizens' questions put to the whole catalogue. The thresholds stand a little below what was reached, so that a loss shows.</summary>
public sealed class CitizensQuestionsTests(RealIndex index)
{
    [Theory]
    [InlineData(true, 0.90, 0.96, 0.98)]
    [InlineData(false, 0.89, 0.95, 0.97)]
    public void A_citizens_question_finds_its_procedure_with_and_without_diacritics(bool withMarks, double first, double firstThree, double firstTen)
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        var ranks = RealEntries.Questions().Select(each => RankOf(withMarks ? each.Question : VietnameseText.Fold(each.Question), each.Codes)).ToList();

        Assert.InRange(Share(ranks, 1), first, 1);
        Assert.InRange(Share(ranks, 3), firstThree, 1);
        Assert.InRange(Share(ranks, 10), firstTen, 1);
    }

    [Fact]
    public void Decomposed_letters_change_no_answer()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        foreach (var (question, _) in RealEntries.Questions().Take(40))
        {
            Assert.Equal(Codes(question), Codes(question.Normalize(NormalizationForm.FormD)));
        }
    }

    [Fact]
    public void Every_procedure_is_found_first_by_its_code()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        foreach (var entry in RealEntries.Procedures().Where((_, number) => number % 50 == 0).Where(entry => ProcedureCode.IsCanonical(entry.Code)))
        {
            Assert.Equal(entry.Code, Codes(entry.Code!)[0]);
            Assert.Equal(entry.Code, Codes(entry.Code!.Remove(1, 1))[0]);
        }
    }

    [Fact]
    public void Every_numbered_document_is_found_first_by_its_number()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        var numbers = RealEntries.Documents().Where((_, number) => number % 40 == 0).Select(entry => entry.Code!).Where(code => DocumentNumber.TryParse(code, out _)).ToList();

        Assert.True(numbers.Count > 150);
        foreach (var number in numbers)
        {
            Assert.Equal(VietnameseText.Fold(number), VietnameseText.Fold(Codes(number)[0]));
            Assert.Equal(VietnameseText.Fold(number), VietnameseText.Fold(Codes(VietnameseText.Fold(number))[0]));
        }
    }

    [Fact]
    public void Every_spelling_of_every_number_asks_for_the_same()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        var (read, odd) = (0, new List<string>());
        foreach (var number in RealEntries.Documents().Select(entry => entry.Code!).Where(code => DocumentNumber.TryParse(code, out _)).Distinct())
        {
            read++;
            Assert.True(DocumentNumber.TryParse(number, out var itself));
            odd.AddRange(SpellingsOf(number).Where(spelling => !DocumentNumber.TryParse(spelling, out var other) || other.Key != itself.Key).Select(spelling => $"{number}: {spelling}"));
        }

        Assert.True(read > 5_000, $"{read} numbers were read");

        // A handful are odd in themselves: 109/UBND - VX, 36/2016/TT-M1NN.
        Assert.True(odd.Count <= read / 1000, $"{odd.Count} of {read}: {string.Join("; ", odd.Take(20))}");
    }

    [Fact]
    public void Every_spelling_of_a_number_finds_it_first()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        foreach (var number in RealEntries.Documents().Where((_, position) => position % 80 == 0).Select(entry => entry.Code!).Where(code => DocumentNumber.TryParse(code, out _)))
        {
            Assert.True(DocumentNumber.TryParse(number, out var itself));
            foreach (var spelling in SpellingsOf(number))
            {
                Assert.True(DocumentNumber.TryParse(Codes(spelling)[0], out var first) && first.Key == itself.Key, $"“{spelling}” finds {Codes(spelling)[0]} first");
            }
        }
    }

    // As people type them: in small letters, without strokes of đ, without dashes, with other dashes, with spaces around strokes.
    private static IEnumerable<string> SpellingsOf(string number)
    {
        yield return number.ToLowerInvariant();
        yield return VietnameseText.Fold(number).ToUpperInvariant();
        yield return number.Replace("-", "", StringComparison.Ordinal);
        yield return VietnameseText.Fold(number).Replace("-", "", StringComparison.Ordinal);
        yield return number.Replace('-', '–');
        yield return number.Replace("/", " / ", StringComparison.Ordinal);
        yield return number.Normalize(NormalizationForm.FormD);
        yield return number.Replace("QH1", "QH 1", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sổ đỏ bị mất", "Cấp lại Giấy chứng nhận do bị mất")]
    [InlineData("giay doc than", "tình trạng hôn nhân")]
    [InlineData("mo cong ty tnhh", "thành lập công ty TNHH")]
    [InlineData("xin công chứng bản sao", "Chứng thực bản sao từ bản chính")]
    [InlineData("nhập hộ khẩu cho vợ", "Đăng ký thường trú")]
    [InlineData("tach thua dat", "Tách thửa")]
    public void Everyday_words_find_what_the_state_calls_otherwise(string typed, string title)
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        var titles = index.Finder.Find(new SearchQuery(typed, null) { Type = "procedure", Size = 3 }).Items.Select(hit => hit.Title);

        Assert.Contains(titles, found => found.Contains(title, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("khai si", "Đăng ký khai sinh")]
    [InlineData("dang ky khai", "Đăng ký khai sinh")]
    [InlineData("so do", "Giấy chứng nhận quyền sử dụng đất")]
    public void While_somebody_types_what_most_people_mean_stands_first(string typed, string title)
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        Assert.Contains(title, index.Finder.Suggest(typed, null)[0].Text, StringComparison.OrdinalIgnoreCase);
    }

    private int RankOf(string question, string[] codes)
    {
        var found = Codes(question);
        return Enumerable.Range(1, found.Length).FirstOrDefault(rank => codes.Contains(found[rank - 1]), int.MaxValue);
    }

    private string[] Codes(string question) =>
        [.. index.Finder.Find(new SearchQuery(question, null) { Size = 10 }).Items.Select(hit => hit.Code ?? "")];

    private static double Share(List<int> ranks, int within) => (double)ranks.Count(rank => rank <= within) / ranks.Count;
}
