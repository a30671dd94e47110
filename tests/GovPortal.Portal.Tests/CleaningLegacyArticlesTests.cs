using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using GovPortal.Editing.Cleaning;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Articles of an old portal, pasted from Word by clerks for years.</summary>
public sealed partial class CleaningLegacyArticlesTests
{
    private readonly SafeHtml html = new();

    [Fact]
    public void Every_legacy_article_comes_out_clean_with_every_word_it_had()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);

        var contents = Contents().ToArray();

        Assert.NotEmpty(contents);
        foreach (var content in contents)
        {
            // As HTML: one of them holds “<x>” within a word, which a form would take for what somebody typed.
            var clean = html.CleanPaste(content).Html;
            Assert.DoesNotMatch(Litter(), MissingMarks.Without(clean));
            Assert.Equal(Words(content), Words(clean));
            Assert.Equal(clean, html.Clean(clean));
        }
    }

    private static IEnumerable<string> Contents()
    {
        using var file = File.OpenRead(Repository.DataFile("legacy-portal/t_ps_article.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var article = JsonDocument.Parse(line).RootElement;
            if (article.TryGetProperty("C_CONTENT", out var content) && content.GetString() is { Length: > 0 } text)
            {
                yield return text.TrimStart().StartsWith("&lt;", StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
            }
        }
    }

    private static string Words(string text)
    {
        var body = new HtmlParser().ParseDocument(text).Body!;
        foreach (var unseen in body.QuerySelectorAll("style,script,title").ToArray())
        {
            unseen.Remove();
        }

        return Spaces().Replace(body.TextContent.Normalize(), "");
    }

    [GeneratedRegex(" style=| class=|mso-|<o:p|<span|<font|<!--|<p>\\s*</p>", RegexOptions.IgnoreCase)]
    private static partial Regex Litter();

    [GeneratedRegex(@"[\s\u00a0\u200b\ufeff]+")]
    private static partial Regex Spaces();
}
