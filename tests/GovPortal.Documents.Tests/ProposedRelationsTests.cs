namespace GovPortal.Documents.Tests;

/// <summary>What texts say that they do to other documents.</summary>
public sealed class ProposedRelationsTests
{
    [Theory]
    [InlineData("2. Luật Bảo hiểm xã hội số 71/2006/QH11 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.", "Replaces 71/2006/QH11")]
    [InlineData("3. Luật Các tổ chức tín dụng số 47/2010/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 17/2017/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực.", "Replaces 47/2010/QH12")]
    [InlineData("Nghị định này thay thế Nghị định số 43/2014/NĐ-CP và Nghị định số 44/2014/NĐ-CP.", "Replaces 43/2014/NĐ-CP, Replaces 44/2014/NĐ-CP")]
    [InlineData("Bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 05/06/2019.", "Repeals 12/2019/QĐ-UBND")]
    [InlineData("Sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP", "Amends 63/2010/NĐ-CP")]
    [InlineData("Kiến nghị bãi bỏ văn bản trái Hiến pháp; cán bộ đã hết hiệu lực bổ nhiệm.", "")]
    [InlineData("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", "")]
    public void A_sentence_proposes_what_it_says(string sentence, string relations) =>
        Assert.Equal(relations, string.Join(", ", ProposedRelations.In("Quy định", $"Điều 9. Hiệu lực\n{sentence}", "1/2026/QĐ-UBND").Select(relation => $"{relation.Kind} {relation.Number}")));

    [Fact]
    public void A_document_does_nothing_to_itself_and_names_nothing_twice()
    {
        var text = "Luật số 31/2024/QH15 này thay thế Luật Đất đai số 45/2013/QH13. Luật Đất đai số 45/2013/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực.";

        Assert.Equal(["45/2013/QH13"], ProposedRelations.In("Luật Đất đai", text, "31/2024/qh15").Select(relation => relation.Number));
        Assert.Empty(ProposedRelations.In(new string('a', 100_000), new string('1', 100_000), null));
    }
}
