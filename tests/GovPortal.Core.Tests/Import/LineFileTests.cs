using System.IO.Compression;
using System.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Core.Tests.Import;

public sealed class LineFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("một\nhai\n", new[] { "một", "hai" })]
    [InlineData("một\r\nhai", new[] { "một", "hai" })]
    [InlineData("một\n\nhai\n", new[] { "một", "", "hai" })]
    [InlineData("\uFEFFmột", new[] { "một" })]
    [InlineData("", new string[0])]
    [InlineData("x", new[] { "x" })]
    public async Task A_plain_and_a_compressed_file_give_the_same_lines(string text, string[] lines)
    {
        Assert.Equal(lines, await ReadAsync(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(lines, await ReadAsync(Gzip(text)));
    }

    [Fact]
    public async Task Compressed_files_laid_end_to_end_are_one() =>
        Assert.Equal(["một", "hai"], await ReadAsync([.. Gzip("một\n"), .. Gzip("hai\n")]));

    [Fact]
    public async Task Wherever_a_compressed_file_is_cut_off_whole_lines_come_first_then_the_end_is_told()
    {
        var text = string.Concat(Enumerable.Range(1, 200).Select(n => $"dòng số {n}\n"));
        foreach (var whole in new[] { Gzip(text, CompressionLevel.NoCompression), Gzip(text, CompressionLevel.SmallestSize) })
        {
            for (var length = 2; length < whole.Length; length += 1 + (whole.Length / 97))
            {
                var lines = new List<string>();
                await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(whole[..length], lines));
                Assert.All(lines, line => Assert.Equal($"dòng số {lines.IndexOf(line) + 1}", line));
            }
        }
    }

    [Fact]
    public async Task Damage_in_the_middle_is_told()
    {
        var bytes = Gzip(string.Concat(Enumerable.Range(1, 5_000).Select(n => $"dòng số {n} {n * 7919}\n")));
        bytes[bytes.Length / 2] ^= 0xff;

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(bytes));
    }

    private async Task<List<string>> ReadAsync(byte[] bytes, List<string>? into = null)
    {
        into ??= [];
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        using var file = new LineFile(path);
        while (await file.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            into.Add(line);
        }

        return into;
    }

    private static byte[] Gzip(string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, level))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
