using System.IO.Compression;
using System.Text;

namespace GovPortal.Testing;

/// <summary>Files that look like what people send and are made to bring down whoever opens them.</summary>
public static class HostileFiles
{
    /// <summary>A Word file with tables within tables, and a word in the innermost; ten thousand shrink to less than two kilobytes and overflow the stack of a reader that builds a tree.</summary>
    public static byte[] NestedTables(int depth, string word = "trong cùng") =>
        Samples.WordOf($"{Repeat("<w:tbl><w:tr><w:tc>", depth)}<w:p><w:r><w:t>{word}</w:t></w:r></w:p>{Repeat("</w:tc></w:tr></w:tbl>", depth)}");

    /// <summary>Paragraphs within text boxes within paragraphs.</summary>
    public static byte[] NestedTextBoxes(int depth) =>
        Samples.WordOf($"{Repeat("<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>", depth)}<w:p><w:r><w:t>hộp</w:t></w:r></w:p>{Repeat("</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", depth)}");

    /// <summary>A Word file of one word that is millions of letters long.</summary>
    public static byte[] EndlessWord(int letters) => Samples.WordOf($"<w:p><w:r><w:t>{new string('a', letters)}</w:t></w:r></w:p>");

    /// <summary>An archive whose one entry unpacks to a thousand times its size.</summary>
    public static byte[] ZipBomb(int megabytes)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < megabytes; i++)
            {
                entry.Write(zeros);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] ZipOfManyEntries(int count) => Samples.Zip([.. Enumerable.Range(0, count).Select(i => ($"{i}", ""))]);

    /// <summary>A PDF whose tree of pages is as deep as it has levels.</summary>
    public static byte[] DeepPdf(int levels) => Samples.PdfOf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        .. Enumerable.Range(0, levels).Select(i => $"<< /Type /Pages /Kids [{i + 3} 0 R] /Count 1{(i > 0 ? $" /Parent {i + 1} 0 R" : "")} >>"),
        $"<< /Type /Page /Parent {levels + 1} 0 R /MediaBox [0 0 595 842] >>",
    ]);

    /// <summary>A PDF whose pages lie within each other in a circle.</summary>
    public static byte[] CircularPdf() => Samples.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]);

    /// <summary>A PDF with a list in a list, and so on.</summary>
    public static byte[] NestedLists(int depth) => Samples.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /X {new string('[', depth)}{new string(']', depth)} >>"]);

    /// <summary>A PDF whose drawing draws itself twice.</summary>
    public static byte[] SelfDrawingPdf() => Samples.PdfOf(
    [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/A Do\nendstream",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12 /Resources << /XObject << /A 5 0 R >> >> >>\nstream\n/A Do /A Do \nendstream",
    ]);

    public static byte[] NestedXml(int depth) => Encoding.ASCII.GetBytes(Repeat("<a>", depth));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
