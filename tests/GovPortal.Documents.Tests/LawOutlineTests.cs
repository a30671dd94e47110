using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Documents.Tests;

/// <summary>Laws are read by their parts: headings with addresses, in order, none skipped.</summary>
public sealed partial class LawOutlineTests
{
    private const string Law = """
        <p>Quốc hội ban hành Luật này.</p><p>Chương I</p><p>NHỮNG QUY ĐỊNH CHUNG</p><p><strong>Điều 1. Phạm vi điều chỉnh</strong></p><p>1. Theo Điều 5 của Luật này.</p>
        <p>Chương II. ĐĂNG KÝ</p><p>Mục 1. KHAI SINH &amp; KẾT HÔN</p><p>Điều 2. Thẩm quyền</p><p>Điều 5 của Luật này áp dụng ở đây.</p><p>Mục 2. KHAI TỬ</p><p>Điều 3a. Thủ tục</p>
        """;

    [Fact]
    public void Parts_become_headings_that_links_lead_to()
    {
        var outline = LawOutline.Of(Law);

        Assert.Equal(["chuong-i", "dieu-1", "chuong-ii", "chuong-ii-muc-1", "dieu-2", "chuong-ii-muc-2", "dieu-3a"], outline.Entries.Select(entry => entry.Id));
        Assert.Equal("Chương I. NHỮNG QUY ĐỊNH CHUNG", outline.Entries[0].Label);
        Assert.Equal([0, 1, 0, 1, 2, 1, 2], outline.Entries.Select(entry => entry.Depth));
        Assert.Contains("<h4 id=\"dieu-1\">Điều 1. Phạm vi điều chỉnh</h4>", outline.Html, StringComparison.Ordinal);
        Assert.Contains("<h4 id=\"chuong-ii-muc-1\">Mục 1. KHAI SINH &amp; KẾT HÔN</h4>", outline.Html, StringComparison.Ordinal);
        Assert.Contains("<p>Điều 5 của Luật này áp dụng ở đây.</p>", outline.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_that_links_lead_to_keeps_its_address_and_its_attributes_as_a_heading()
    {
        var outline = LawOutline.Of("""<p>Xem <a href="#d1">Điều 1</a>.</p><p id="c1" dir="ltr">Chương I</p><p id="ten">QUY ĐỊNH</p><p lang="vi" id="d1">Điều 1. Phạm vi</p><p>Điều 2. Thẩm quyền</p>""");

        Assert.Equal(["c1", "d1", "dieu-2"], outline.Entries.Select(entry => entry.Id));
        Assert.Contains("""<h3 id="c1" dir="ltr">Chương I. QUY ĐỊNH<span id="ten"></span></h3><h4 id="d1" lang="vi">Điều 1. Phạm vi</h4>""", outline.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Điều 1. Một</p><p>Điều 2 của Luật này.</p>")]
    [InlineData("<p>Kế hoạch này có ba phần.</p>")]
    [InlineData("")]
    public void What_is_no_law_stays_as_it_was(string html)
    {
        var outline = LawOutline.Of(html);

        Assert.Equal((html, 0), (outline.Html, outline.Entries.Count));
    }

    [Fact]
    public void Articles_of_older_laws_stand_alone_in_their_lines()
    {
        var outline = LawOutline.Of("<p>Điều 1</p><p>Luật này quy định.</p><p>Điều 2: Áp dụng</p>");

        Assert.Equal(["Điều 1", "Điều 2. Áp dụng"], outline.Entries.Select(entry => entry.Label));
    }

    [Fact]
    public void An_address_stands_once()
    {
        var outline = LawOutline.Of(Law + Law);

        Assert.Equal(outline.Entries.Count, outline.Entries.Select(entry => entry.Id).Distinct().Count());
        Assert.Contains(outline.Entries, entry => entry.Id == "dieu-2-2");
    }

    [Fact]
    public void Real_laws_lose_no_word_and_skip_no_level()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var (laws, outlined, articles) = (0, 0, 0);
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Repository.DataFile("documents_fulltext.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var html = string.Concat(json.RootElement.GetProperty("text").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>"));
            var outline = LawOutline.Of(html);
            (laws, outlined, articles) = (laws + 1, outlined + (outline.Entries.Count > 0 ? 1 : 0), articles + outline.Entries.Count(entry => entry.Id.StartsWith("dieu-", StringComparison.Ordinal)));

            Assert.Equal(Letters(html), Letters(outline.Html));
            var levels = Heading().Matches(outline.Html).Select(heading => int.Parse(heading.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Prepend(2).ToArray();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{outlined} of {laws} laws with {articles} articles");
        Assert.True(outlined > laws * 95 / 100, $"{outlined} of {laws}");
    }

    // Signs between a part's number and its name may change; its words may not.
    private static string Letters(string html) => string.Concat(System.Net.WebUtility.HtmlDecode(Markup().Replace(html, " ")).Where(char.IsLetterOrDigit));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();

    [GeneratedRegex("<h([2-6]) id")]
    private static partial Regex Heading();
}
