using System.Text;
using DocumentFormat.OpenXml.Packaging;
using GovPortal.Core.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace GovPortal.Media.Parsing;

/// <summary>Reads the words of PDF and Word files, in the parser process alone.</summary>
internal static class WordsOfFiles
{
    /// <summary>Letters kept of one file; a book of 400 pages has as many.</summary>
    public const int Most = 1_000_000;

    /// <summary>The words; empty for a scan.</summary>
    /// <exception cref="Exception">The libraries throw many kinds for files that are damaged or locked.</exception>
    public static string Read(byte[] bytes, string mediaType)
    {
        var words = new StringBuilder();
        foreach (var part in mediaType == "application/pdf" ? OfPdf(bytes) : OfWord(bytes))
        {
            words.Append(part);
            if (words.Length > Most)
            {
                break;
            }
        }

        var text = VietnameseText.Normalize(words.ToString()).Trim();
        return text.Length <= Most ? text : text[..Most];
    }

    private static IEnumerable<string> OfPdf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        foreach (var page in pdf.GetPages())
        {
            yield return ContentOrderTextExtractor.GetText(page) + "\n";
        }
    }

    private static IEnumerable<string> OfWord(byte[] bytes)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        if (word.MainDocumentPart is not { } main)
        {
            yield break;
        }

        foreach (var part in new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart }.OfType<OpenXmlPart>())
        {
            foreach (var words in WordsOfWord.In(part))
            {
                yield return words;
            }
        }
    }
}
