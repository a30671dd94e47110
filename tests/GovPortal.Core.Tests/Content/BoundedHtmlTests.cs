using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Content;

/// <summary>No text holds the cleaner: what is beyond a limit is never built, and keeps its words.</summary>
public sealed class BoundedHtmlTests
{
    private readonly SafeHtml html = new();

    [Theory]
    [InlineData("<div>"), InlineData("<b>"), InlineData("<p><b>"), InlineData("<table><tr><td>"), InlineData("<ul><li>"), InlineData("<blockquote>"), InlineData("<svg>"), InlineData("<math><mrow>"), InlineData("<font>")]
    [InlineData("<span><p>"), InlineData("<a x><div>"), InlineData("<div></b>"), InlineData("<button>"), InlineData("<svg><style><div>"), InlineData("<object>"), InlineData("<x-y>")]
    public void What_nests_too_deep_keeps_its_words_alone_and_says_so(string opening)
    {
        var clean = html.CleanPaste($"<p>Đầu</p><b>{string.Concat(Enumerable.Repeat(opening, 100_000))}Cuối");

        Assert.Equal("<p>Đầu</p><p>Cuối</p>", clean.Html);
        Assert.Equal(LeftOutKind.Structure, Assert.Single(clean.LeftOut).Kind);
        Assert.Contains("128", Assert.Single(clean.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Stress_that_is_never_closed_is_not_made_again_in_each_of_many_paragraphs()
    {
        var open = string.Concat(Enumerable.Range(0, 100).Select(n => $"<font size={n}>"));
        var clean = html.CleanPaste($"<p>{open}{string.Concat(Enumerable.Repeat("<p>x", 50_000))}");

        Assert.Equal(LeftOutKind.Structure, Assert.Single(clean.LeftOut).Kind);
        Assert.StartsWith("<p>x</p><p>x</p>", clean.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<"), InlineData("&lt;"), InlineData("</p>"), InlineData("<br>"), InlineData("<!---->"), InlineData("<p>x"), InlineData("<i>x</i>"), InlineData("<a name=x>x</a>"), InlineData("<x>x</x>")]
    [InlineData("<p style='mso-list:l0 level1'>x"), InlineData("<h1>x</h1>"), InlineData("<td>"), InlineData("<table><br>"), InlineData("<li>x")]
    public void A_megabyte_of_anything_is_read_to_its_end(string piece)
    {
        var clean = html.CleanPaste($"<p>Đầu</p>{string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))}<p>Cuối</p>");

        Assert.StartsWith("<p>Đầu</p>", clean.Html, StringComparison.Ordinal);
        Assert.EndsWith("Cuối</p>", clean.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_attributes_are_read_and_dropped() =>
        Assert.Equal("<p>Chữ</p>", html.Clean($"<p {string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}=1 "))}>Chữ</p>"));

    [Theory]
    [InlineData("font:1"), InlineData("font-family:"), InlineData("mso-list:l"), InlineData(";height:0"), InlineData(" ")]
    public void A_megabyte_of_style_is_read_to_its_end(string piece) =>
        Assert.Equal("<p>Chữ</p>", html.Clean($"<p style='{string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))}'>Chữ</p>"));

    [Fact]
    public void A_text_at_the_limits_keeps_its_structure()
    {
        var deep = string.Concat(Enumerable.Repeat("<blockquote>", BoundedHtml.DeepestNesting - 4)) + "<p>Sâu</p>";
        Assert.Contains("<blockquote>", html.Clean(deep), StringComparison.Ordinal);
        Assert.Empty(html.CleanPaste(string.Concat(Enumerable.Repeat("<p>x</p>", 10_000))).LeftOut);
    }

    [Fact]
    public void Plain_words_leave_out_what_was_never_shown_and_keep_what_looks_like_it() =>
        Assert.Equal("<p>Đầu</p><p>a &lt; b</p><p>&lt;b&gt;</p>", html.Clean($"{string.Concat(Enumerable.Repeat("<div>", 1000))}<style>.x</style>Đầu<script>if (a < b) '<p>'</script><p>a &lt; b<title>x</title><textarea><b></textarea>"));

    [Fact]
    public void Nobody_is_cleaned_for_who_does_not_wait() =>
        Assert.Throws<OperationCanceledException>(() => html.CleanPaste("<p>Chữ</p>", new CancellationToken(canceled: true)));

    [Fact]
    public void The_words_and_the_first_paragraph_of_a_deep_text_are_read_too()
    {
        var deep = $"<p>Đầu</p>{string.Concat(Enumerable.Repeat("<div>", 50_000))}Cuối";

        Assert.Equal("Đầu\nCuối", html.ToText(deep));
        Assert.Equal("Đầu", html.FirstParagraph(deep));
    }
}
