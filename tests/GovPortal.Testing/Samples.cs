using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using NetVips;

namespace GovPortal.Testing;

/// <summary>Files as people bring them, made by the test that needs them.</summary>
public static class Samples
{
    public static byte[] Jpeg(int width, int height)
    {
        using var picture = Coloured(width, height);
        return picture.JpegsaveBuffer();
    }

    public static byte[] Png(int width, int height)
    {
        using var picture = Coloured(width, height);
        return picture.PngsaveBuffer();
    }

    /// <summary>One colour, 54 million times: small to send, large to open.</summary>
    public static byte[] Bomb()
    {
        using var picture = Image.Black(9_000, 6_000);
        return picture.PngsaveBuffer();
    }

    /// <summary>A photo as a phone held upright takes it: it lies on its side, and says so, and where it was taken.</summary>
    public static byte[] PhoneJpeg(int width, int height)
    {
        using var picture = Coloured(width, height);
        using var told = picture.Mutate(m =>
        {
            m.Set(GValue.GIntType, "orientation", 6);
            m.Set(GValue.GStrType, "exif-ifd0-Make", "MayAnhCuaToi");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "21/1 11/1 0/1");
        });
        return told.JpegsaveBuffer();
    }

    /// <summary>A Word file of one paragraph.</summary>
    public static byte[] Word(string text) => WordOf($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");

    /// <summary>A Word file of any body.</summary>
    public static byte[] WordOf(string body) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""));

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of one page; without words it is as a scanner makes it.</summary>
    public static byte[] Pdf(string? words)
    {
        var content = words is null ? "0 0 m 100 100 l S" : $"BT /F1 24 Tf 72 700 Td ({words}) Tj ET";
        return PdfOf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]);
    }

    /// <summary>A PDF of any objects, the first of them the catalogue.</summary>
    public static byte[] PdfOf(IReadOnlyList<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:0000000000} 00000 n \n"))
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    /// <summary>Uploads a file as the desk's script does.</summary>
    public static async Task<Answer> UploadAsync(this Visitor editor, TestSite site, string name, byte[] bytes, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(editor);
        var token = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Insist(System.Net.HttpStatusCode.OK).Html.QuerySelector(".gp-drop input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = Parts(("file", name, bytes));
        if (folder is not null)
        {
            content.Add(new StringContent(folder), "folder");
        }

        content.Headers.Add("RequestVerificationToken", token);
        return await editor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/thu-vien/tai-len", content: content);
    }

    /// <summary>A form with files.</summary>
    public static MultipartFormDataContent Parts(params (string Field, string Name, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);

            // What browsers say of a file is not believed.
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, field, name);
        }

        return content;
    }

    // Left half red, right half blue, so that a turned picture can be told.
    private static Image Coloured(int width, int height)
    {
        using var red = Image.Black(width / 2, height).NewFromImage(200, 30, 30);
        using var blue = Image.Black(width - (width / 2), height).NewFromImage(30, 30, 200);
        return red.Join(blue, Enums.Direction.Horizontal).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
