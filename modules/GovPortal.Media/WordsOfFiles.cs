using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using GovPortal.Core.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace GovPortal.Media;

/// <summary>Reads the words of PDF and Word files.</summary>
internal static class WordsOfFiles
{
    /// <summary>Letters kept of one file; a book of 400 pages has as many.</summary>
    public const int Most = 1_000_000;

    /// <summary>The words; empty for a scan.</summary>
    /// <exception cref="Exception">The libraries throw many kinds for files that are damaged or locked.</exception>
    public static string Read(string path, string mediaType)
    {
        var words = new StringBuilder();
        foreach (var part in mediaType == "application/pdf" ? OfPdf(path) : OfWord(path))
        {
            words.Append(part).Append('\n');
            if (words.Length > Most)
            {
                break;
            }
        }

        var text = VietnameseText.Normalize(words.ToString()).Trim();
        return text.Length <= Most ? text : text[..Most];
    }

    private static IEnumerable<string> OfPdf(string path)
    {
        using var pdf = PdfDocument.Open(path);
        foreach (var page in pdf.GetPages())
        {
            yield return ContentOrderTextExtractor.GetText(page);
        }
    }

    private static IEnumerable<string> OfWord(string path)
    {
        using var word = WordprocessingDocument.Open(path, isEditable: false);
        foreach (var paragraph in word.MainDocumentPart?.Document?.Body?.Descendants<Paragraph>() ?? [])
        {
            yield return paragraph.InnerText;
        }
    }
}
