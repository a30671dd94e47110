using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovPortal.Consultations;

/// <summary>A row of the table of opinions.</summary>
public sealed record CommentRow(string Section, string Who, string Received, string Text, string Reply);

/// <summary>Writes opinions and answers as a Word document with one table, as agencies attach it to a dossier (bảng tổng hợp, tiếp thu, giải trình ý kiến).</summary>
public static class CommentsDocument
{
    private const string Font = "Times New Roman";

    // Half points and twentieths of a point, as the format counts.
    private const string TextSize = "26";
    private const string TitleSize = "28";
    private const uint LongSide = 16838;
    private const uint ShortSide = 11906;

    /// <param name="title">Stands above the table, one paragraph a line.</param>
    /// <param name="heads">Heads of the columns, a number first.</param>
    public static byte[] Write(IEnumerable<string> title, IReadOnlyList<string> heads, IEnumerable<CommentRow> rows)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(rows);
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var table = new Table(Borders(), new TableRow([new TableRowProperties(new TableHeader()), .. heads.Select(head => Cell(head, isBold: true))]));
            var number = 0;
            foreach (var row in rows)
            {
                table.Append(new TableRow(new[] { $"{++number}", row.Section, row.Who, row.Received, row.Text, row.Reply }.Select(text => Cell(text, isBold: false))));
            }

            var page = new SectionProperties(new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134 });
            document.AddMainDocumentPart().Document = new Document(new Body([.. title.Select(line => Line(line, isBold: true, TitleSize, JustificationValues.Center)), table, Line("", isBold: false, TextSize, JustificationValues.Left), page]));
        }

        return bytes.ToArray();
    }

    private static TableProperties Borders()
    {
        static T Edge<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };
        return new TableProperties(new TableBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()));
    }

    private static TableCell Cell(string text, bool isBold) => new(text.Split('\n').Select(line => Line(line, isBold, TextSize, isBold ? JustificationValues.Center : JustificationValues.Left)));

    private static Paragraph Line(string text, bool isBold, string size, JustificationValues side)
    {
        var look = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (isBold)
        {
            look.Append(new Bold());
        }

        look.Append(new FontSize { Val = size });
        return new Paragraph(new ParagraphProperties(new Justification { Val = side }), new Run(look, new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    // Signs that XML has no place for would make a file that Word does not open.
    private static string Writable(string text) => string.Concat(text.Where((sign, n) => System.Xml.XmlConvert.IsXmlChar(sign)
        || char.IsHighSurrogate(sign) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]) || char.IsLowSurrogate(sign) && n > 0 && char.IsHighSurrogate(text[n - 1])));
}
