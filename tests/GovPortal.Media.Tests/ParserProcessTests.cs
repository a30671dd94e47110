using System.Diagnostics;
using GovPortal.Core.Parsing;
using GovPortal.Host;
using GovPortal.Media.Parsing;
using GovPortal.Testing;

namespace GovPortal.Media.Tests;

/// <summary>Whatever a file does to the process that parses it, whoever asked gets an answer and goes on.</summary>
public sealed class ParserProcessTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Secret = "ConnectionStrings__Postgres";

    private static readonly ParserCommand Command = ParserCommand.Of(typeof(Portal).Assembly).For(ParserLoop.Verb);
    private static readonly ParserLimits Usual = new(TimeSpan.FromMinutes(2), 1L << 30, 1 << 30);

    // Takes seconds: long enough for everything that is to happen meanwhile.
    private static readonly Lazy<byte[]> Slow = new(() => HostileFiles.NestedTables(200_000));

    private static readonly ParserJob ReadingWord = new(ParserTask.ReadWords, 120) { MediaType = Word };

    [Fact]
    public async Task One_process_reads_file_after_file_however_hostile()
    {
        using var process = await StartAsync(Usual);
        async Task<string?> WordsOf(byte[] bytes, string mediaType) => (await AskAsync(process, new ParserJob(ParserTask.ReadWords, 120) { MediaType = mediaType }, bytes)).Answer!.Words;

        Assert.Equal("Kính gửi", await WordsOf(Samples.Word("Kính gửi"), Word));
        Assert.Equal("trong cùng", await WordsOf(HostileFiles.NestedTables(10_000), Word));
        Assert.Equal("hộp", await WordsOf(HostileFiles.NestedTextBoxes(5_000), Word));
        Assert.Null(await WordsOf(Samples.Word("Cắt đôi")[..300], Word));
        Assert.Null(await WordsOf([.. "PK\u0003\u0004"u8, .. new byte[500]], Word));
        Assert.Equal("Chao ban", await WordsOf(Samples.Pdf("Chao ban"), "application/pdf"));
        Assert.Equal("", await WordsOf(HostileFiles.DeepPdf(5_000), "application/pdf"));
        Assert.Equal("", await WordsOf(HostileFiles.CircularPdf(), "application/pdf"));
        Assert.Equal("", await WordsOf(HostileFiles.SelfDrawingPdf(), "application/pdf"));
        Assert.Equal("", await WordsOf(HostileFiles.NestedLists(100_000), "application/pdf"));
        Assert.Null(await WordsOf("%PDF-1.7\n1 0 obj<<"u8.ToArray(), "application/pdf"));
        Assert.True(process.IsFit);
    }

    [Theory]
    [InlineData("<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>Chèn thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>Xóa</w:delText></w:r></w:del></w:p>", "Chèn thêm")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>Cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Mới</w:t></w:r></w:moveTo></w:p>", "Mới")]
    [InlineData("<w:p><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>S=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>", "S=a/b")]
    [InlineData("<w:p><w:r><w:t xml:space='preserve'>Nộp </w:t><w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Symbol' w:char='00B3'/></w:r></w:p>", "Nộp →≥")]
    [InlineData("<w:p><w:r><w:rPr><w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/></w:rPr><w:t>þ</w:t></w:r><w:r><w:t> à</w:t></w:r></w:p>", "☑ à")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Hiện</w:t></w:r></w:p>", "Hiện")]
    [InlineData("<w:p><w:r><w:drawing/></w:r></w:p>", "")]
    public async Task A_Word_file_says_what_its_readers_see(string body, string words)
    {
        using var process = await StartAsync(Usual);

        Assert.Equal(words, (await AskAsync(process, ReadingWord, Samples.WordOf(body))).Answer!.Words);
    }

    [Fact]
    public async Task Archives_and_XML_are_told_apart_without_being_unpacked()
    {
        using var process = await StartAsync(Usual);
        async Task<string?> Said(byte[] bytes) => (await AskAsync(process, new ParserJob(ParserTask.Inspect, 120), bytes)).Answer! is var answer ? answer.Refusal ?? answer.Ending : null;

        Assert.Equal(".docx", await Said(Samples.Word("Đơn")));
        Assert.Equal(".zip", await Said(Samples.Zip(("ghi chú.txt", "x"))));
        Assert.Equal("media.refused.zip-bomb", await Said(HostileFiles.ZipBomb(256)));
        Assert.Equal("media.refused.zip-bomb", await Said(HostileFiles.ZipOfManyEntries(10_001)));
        Assert.Equal("media.refused.damaged", await Said(Samples.Word("Đơn")[..200]));
        Assert.Equal(".xml", await Said("<?xml version=\"1.0\"?><HDon><So>1</So></HDon>"u8.ToArray()));
        Assert.Equal("media.refused.damaged", await Said("<HDon><So></HDon>"u8.ToArray()));
        Assert.Equal("media.refused.damaged", await Said(HostileFiles.NestedXml(100_000)));
    }

    [Fact]
    public async Task Pictures_are_judged_by_their_header_and_half_ones_are_damaged()
    {
        using var process = await StartAsync(Usual);
        async Task<ParserAnswer> Said(byte[] bytes) => (await AskAsync(process, new ParserJob(ParserTask.CleanPicture, 120) { MediaType = "image/png" }, bytes)).Answer!;

        Assert.Equal("media.refused.too-many-pixels", (await Said(Samples.Bomb())).Refusal);
        Assert.Equal("media.refused.damaged", (await Said(Samples.Png(300, 300)[..60])).Refusal);
        Assert.Equal("media.refused.damaged", (await Said([.. Samples.Png(300, 300)[..30], .. new byte[400]])).Refusal);
        Assert.Equal("media.refused.damaged", (await Said([.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0])).Refusal);
        Assert.Equal((null, 40), ((await Said(Samples.Png(40, 30))).Refusal, (await Said(Samples.Png(40, 30))).Width));
    }

    [Fact]
    public async Task A_file_that_takes_too_long_or_too_much_memory_is_given_up_with_its_process()
    {
        using var hurried = await StartAsync(Usual with { Time = TimeSpan.FromMilliseconds(300) });
        using var small = await StartAsync(Usual with { Memory = 160 << 20 });

        Assert.Equal(ParserFault.TooSlow, (await AskAsync(hurried, ReadingWord, Slow.Value)).Fault);
        Assert.Equal(ParserFault.TooMuchMemory, (await AskAsync(small, ReadingWord, HostileFiles.EndlessWord(100_000_000))).Fault);
        Assert.False(hurried.IsFit || small.IsFit);
    }

    [Fact]
    public async Task A_process_that_is_killed_at_its_work_fails_that_file_alone()
    {
        using var process = await StartAsync(Usual);
        var asked = AskAsync(process, ReadingWord, Slow.Value);
        using (var seen = Process.GetProcessById(process.Id))
        {
            seen.Kill();
        }

        Assert.Equal(ParserFault.Crashed, (await asked).Fault);
        Assert.False(process.IsFit);
    }

    [Fact]
    public async Task Whoever_waits_no_longer_ends_the_work()
    {
        using var process = await StartAsync(Usual);
        using var leaving = new CancellationTokenSource();
        using var file = new MemoryStream(Slow.Value);
        var asked = process.AskAsync<ParserAnswer>(ReadingWord, file, leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.False(process.IsFit);
    }

    [Fact]
    public async Task The_process_knows_no_settings_and_no_secrets()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there the environment of a process can be read.");
        Environment.SetEnvironmentVariable(Secret, "Host=db;Password=bi-mat");
        using var process = await StartAsync(Usual);

        var environment = await File.ReadAllTextAsync($"/proc/{process.Id}/environ");

        Assert.Contains("PATH=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, environment, StringComparison.Ordinal);
        Assert.DoesNotContain("bi-mat", environment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_program_starts_itself_and_another_starts_it_by_the_runtime()
    {
        Assert.Equal(("/srv/govportal/GovPortal.Host", 0), (ParserCommand.Of("GovPortal.Host", "/srv/govportal/GovPortal.Host").Program, ParserCommand.Of("GovPortal.Host", "/srv/govportal/GovPortal.Host").Arguments.Count));
        Assert.Empty(ParserCommand.Of("GovPortal.Host", "/srv/GovPortal.Host.exe").Arguments);
        Assert.EndsWith("GovPortal.Host.dll", Assert.Single(ParserCommand.Of("GovPortal.Host", "/srv/tests/GovPortal.Media.Tests").Arguments), StringComparison.Ordinal);
        Assert.StartsWith("dotnet", Path.GetFileName(Command.Program), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_from_a_file_that_cannot_be_read()
    {
        await Assert.ThrowsAsync<ParserUnavailableException>(() => ParserProcess.StartAsync(new ParserCommand("/nowhere/GovPortal.Host", []), Usual, TimeProvider.System, CancellationToken.None));
        await Assert.ThrowsAsync<ParserUnavailableException>(() => ParserProcess.StartAsync(Command with { Arguments = ["/nowhere/GovPortal.Host.dll"] }, Usual, TimeProvider.System, CancellationToken.None));
    }

    private static Task<ParserProcess> StartAsync(ParserLimits limits) => ParserProcess.StartAsync(Command, limits, TimeProvider.System, CancellationToken.None);

    private static async Task<ParserResult<ParserAnswer>> AskAsync(ParserProcess process, ParserJob job, byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return await process.AskAsync<ParserAnswer>(job, file, CancellationToken.None);
    }
}
