using System.IO.Compression;
using System.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Core.Tests.Import;

public sealed class FileFormatTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("[{\"title\": \"Mảng\"}]", "array")]
    [InlineData("[\n{\"title\": \"Mảng\"},\n{\"title\": \"Hai\"}\n]", "array")]
    [InlineData("\uFEFF [{\"title\": \"Mảng\"},\n{\"title\": \"Hai\"}]", "array")]
    [InlineData("{\n  \"title\": \"Trải dòng\"\n}", "object")]
    [InlineData("title,body\nMột,Hai\n", "table")]
    [InlineData("\"title\";\"body\"\n\"Một\";\"Hai\"\n", "table")]
    [InlineData("Kính gửi các cơ quan", "text")]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", "html")]
    [InlineData("<?xml version=\"1.0\"?><kho/>", "xml")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "feed")]
    [InlineData("%PDF-1.7 x", "pdf")]
    [InlineData("{\\rtf1 x}", "rtf")]
    [InlineData("BZh91AY", "packed")]
    [InlineData("SQLite format 3\0x", "database")]
    [InlineData("\u0001\u0002\0\u0005x", "binary")]
    [InlineData("{\"title\": \"Đúng\"}", null)]
    [InlineData("\u200B{\"title\": \"Dấu vô hình\"}", null)]
    [InlineData("{hỏng", null)]
    [InlineData("[1, 2]\n{\"title\": \"Sau dòng hỏng\"}", null)]
    [InlineData("hỏng\n{\"title\": \"Sau dòng hỏng\"}", null)]
    [InlineData("", null)]
    public void A_file_is_told_by_how_it_begins_packed_or_not(string text, string? wrong)
    {
        Assert.Equal(wrong, Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(wrong, Of(Packed(text)));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "workbook")]
    [InlineData("word/document.xml", "word")]
    [InlineData("articles.jsonl", "zip")]
    public void Archives_are_told_by_what_they_hold(string entry, string wrong)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(entry);
        }

        Assert.Equal(wrong, Of(bytes.ToArray()));
    }

    [Fact]
    public void Old_Office_files_and_archives_are_told()
    {
        Assert.Equal("old-office", Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]));
        Assert.Equal("packed", Of([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]));
        Assert.Equal("zip", Of([0x50, 0x4B, 0x03, 0x04, 0x00, 0xff]));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    public async Task A_file_in_UTF_16_is_read_as_one_in_UTF_8(string encoding, bool isMarked)
    {
        var letters = Encoding.GetEncoding(encoding);
        Assert.Null(Of([.. isMarked ? letters.Preamble : [], .. letters.GetBytes("{\"title\": \"Đường\"}\r\n{}")]));

        using var file = new LineFile(path);
        Assert.Equal("{\"title\": \"Đường\"}", await file.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("{}", await file.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Null(await file.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_seen()
    {
        Assert.Null(Of([.. "{\"title\": \""u8, 0xD0, 0xFE, .. "\"}"u8]));

        using var file = new LineFile(path);
        Assert.Contains(LineFile.NoLetter, await file.ReadLineAsync(TestContext.Current.CancellationToken) ?? "");
    }

    [Fact]
    public async Task A_packed_file_that_unpacks_to_far_more_than_records_do_is_stopped()
    {
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
        {
            var line = Encoding.UTF8.GetBytes(new string(' ', 1_000_000) + "\n");
            for (var turn = 0; turn < 80; turn++)
            {
                gzip.Write(line);
            }
        }

        using var file = new LineFile(path);
        var stopped = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            while (await file.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
            {
            }
        });
        Assert.Contains("unpacks", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_stopped_before_memory_is_full()
    {
        await File.WriteAllTextAsync(path, new string('x', LineFile.LongestLine + 1), TestContext.Current.CancellationToken);
        using var file = new LineFile(path);

        await Assert.ThrowsAsync<InvalidDataException>(() => file.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private string? Of(byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return FileFormat.WrongIn(path);
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
