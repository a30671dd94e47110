using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GovPortal.Core.Checking;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Reads HTML that anybody may have sent. What it costs to build and to walk a tree grows with depth and with elements left open, not with length alone:
/// 50 kB of nested elements took seconds, a page of stress that is never closed a gigabyte. So building stops at the first element beyond a limit.
/// </summary>
public static class BoundedHtml
{
    /// <summary>Elements of one text, with those that the parser makes again in each paragraph for stress that was never closed. A book of a thousand pages has fewer.</summary>
    public const int MostElements = 30_000;

    /// <summary>Elements within each other, counted from the root. Browsers stop at 512; texts of word processors stay below 40.</summary>
    public const int DeepestNesting = 128;

    /// <summary>Both limits as a sentence names them.</summary>
    public static string Limits { get; } = string.Create(CultureInfo.InvariantCulture, $"{DeepestNesting} / {MostElements}");

    /// <summary>Why a text beyond a limit is refused; null where it is within.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public static Refusal? Refuse(string? html, string field, CancellationToken ct)
    {
        if (html is null || !html.Contains('<', StringComparison.Ordinal))
        {
            return null;
        }

        using var document = Parse(html, ct);
        return document is null ? new Refusal("check.too-deep", field, Limits) : null;
    }

    /// <summary>The document; null where it is beyond a limit.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public static IHtmlDocument? Parse(string html, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        var gauge = new Gauge(ct);
        var parser = new HtmlParser(new HtmlParserOptions { SkipComments = true, IsNotSupportingFrames = true, OnCreated = gauge.Count });
        try
        {
            var document = parser.ParseDocument(html);
            gauge.Finish(document);
            return document;
        }
        catch (BeyondLimitException)
        {
            return null;
        }
    }

    /// <summary>A document to build a text in.</summary>
    public static IHtmlDocument Empty() => new HtmlParser().ParseDocument("");

    /// <summary>Asked before each element goes into the tree, so it judges the tree as it stood after the one before.</summary>
    private sealed class Gauge(CancellationToken ct)
    {
        private IElement? last;
        private int elements;

        public void Count(IElement created, AngleSharp.Text.TextPosition at)
        {
            ct.ThrowIfCancellationRequested();
            Judge();
            elements++;
            last = created;
        }

        public void Finish(IHtmlDocument document)
        {
            Judge();
            // Misnested ends make a few more each, which nothing told of.
            if (document.All.Length > MostElements)
            {
                throw new BeyondLimitException();
            }
        }

        private void Judge()
        {
            // What the parser made again for stress left open stands in the element it made last, each within the other.
            for (var again = last?.LastElementChild; again is not null; again = again.LastElementChild)
            {
                elements++;
                last = again;
            }

            var depth = 0;
            for (var above = last; above is not null; above = above.ParentElement)
            {
                depth++;
            }

            if (depth > DeepestNesting || elements > MostElements)
            {
                throw new BeyondLimitException();
            }
        }
    }

    private sealed class BeyondLimitException : Exception;
}
