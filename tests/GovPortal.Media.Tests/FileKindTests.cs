using System.Text;

namespace GovPortal.Media.Tests;

/// <summary>What a file is, is told by its bytes; a name helps only where they say too little.</summary>
public sealed class FileKindTests
{
    [Theory]
    [InlineData("MSNV", "MSNV isom", ".mp4")]
    [InlineData("iso8", "", ".mp4")]
    [InlineData("iso9", "", ".mp4")]
    [InlineData("mp42", "isom mp42", ".mp4")]
    [InlineData("isom", "isom iso2 avc1 mp41", ".mp4")]
    [InlineData("M4VH", "M4V  mp42", ".mp4")]
    [InlineData("XAVC", "XAVC mp42 iso2", ".mp4")]
    [InlineData("3gp5", "isom 3gp4", ".mp4")]
    [InlineData("NDSH", "isom mp42", ".mp4")]
    [InlineData("cmfc", "dash", ".mp4")]
    [InlineData("M4A ", "isom mp42", ".m4a")]
    [InlineData("avif", "mif1 miaf", ".avif")]
    [InlineData("mif1", "avif miaf", ".avif")]
    [InlineData("avis", "avif msf1", ".avif")]
    [InlineData("msf1", "avis miaf", ".avif")]
    public void A_media_file_is_known_by_any_of_its_brands(string major, string others, string ending)
    {
        Assert.Equal(ending, FileKind.Of(Brands(major, others), "phim").Kind?.Ending);
    }

    [Theory]
    [InlineData("heic", "mif1 heic", "media.refused.heic")]
    [InlineData("mif1", "heic", "media.refused.heic")]
    [InlineData("mif1", "", "media.refused.heic")]
    [InlineData("qt  ", "qt  ", "media.refused.video")]
    [InlineData("3gp4", "3gp4", "media.refused.video")]
    [InlineData("crx ", "crx  isom", "media.refused.picture")]
    public void A_media_file_that_browsers_cannot_show_is_refused_for_what_it_is(string major, string others, string refusal)
    {
        Assert.Equal((null, refusal), Plain(FileKind.Of(Brands(major, others), "phim.mp4")));
    }

    [Theory]
    [InlineData("Tờ khai.doc", "{\\rtf1\\ansi To khai\\par}", ".rtf", "application/rtf")]
    [InlineData("Tờ khai.rtf", "{\\rtf1\\ansi To khai\\par}", ".rtf", "application/rtf")]
    [InlineData("Hóa đơn.xml", "<?xml version=\"1.0\"?><HDon/>", ".xml", "application/xml")]
    [InlineData("Ghi chú.txt", "The wide road, the ftyp, BZhello, xin chào", ".txt", "text/plain; charset=utf-8")]
    [InlineData("Chữ ký.p7s", "<?xml version=\"1.0\"?><Signature/>", ".xml", "application/xml")]
    [InlineData("Văn bản.p7s", "\uFEFF\r\n-----BEGIN CMS-----\nMIAG\n-----END CMS-----", ".p7s", "application/pkcs7-signature")]
    [InlineData("Văn bản.p7s", "-----BEGIN PKCS7-----\nMIAG\n-----END PKCS7-----", ".p7s", "application/pkcs7-signature")]
    public void Letters_are_what_they_begin_with(string name, string text, string ending, string mediaType)
    {
        Assert.Equal(new FileKind(mediaType, ending), FileKind.Of(Encoding.UTF8.GetBytes(text), name).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_in_sixteen_bits_is_a_text_and_markup_in_them_is_markup(bool isBigEndian)
    {
        byte[] In16(string text) => [.. new UnicodeEncoding(isBigEndian, byteOrderMark: true).GetPreamble(), .. new UnicodeEncoding(isBigEndian, false).GetBytes(text)];

        Assert.Equal(FileKind.WideTable, FileKind.Of(In16("Xã;Số\nĐình Bảng;1"), "bang.csv").Kind);
        Assert.Equal(FileKind.WideText, FileKind.Of(In16(string.Concat(Enumerable.Repeat("Thông báo 😀 ", 400))), "ghi.txt").Kind);
        Assert.Equal("media.refused.markup", FileKind.Of(In16("  <!DOCTYPE html><title>x</title>"), "ghi.txt").Refusal);
        Assert.Equal("media.refused.damaged", FileKind.Of(In16("Cắt nửa chữ").AsSpan()[..^1], "ghi.txt").Refusal);
        Assert.Equal(FileKind.Xml, FileKind.Of(In16("<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>"), "a.xml").Kind);
    }

    [Fact]
    public void A_signature_beside_a_document_is_known_by_its_structure()
    {
        byte[] signed = [0x30, 0x82, 0x05, 0x10, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x82, 0x05, 0x01];
        byte[] withoutLength = [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80];

        Assert.Equal(FileKind.Signature, FileKind.Of(signed, "quyet-dinh.pdf.p7s").Kind);
        Assert.Equal(FileKind.Signature, FileKind.Of(withoutLength, "quyet-dinh.bin").Kind);
        Assert.Equal("media.refused.unknown", FileKind.Of([0x30, 0x82, 0x05, 0x10, 0x02, 0x01, 0x00], "khoa.p7s").Refusal);
    }

    public static TheoryData<string, byte[], string, string> Foreign => new()
    {
        { "hồ sơ.rar", [.. "Rar!\x1a\a"u8, 1, 0], "media.refused.archive", "RAR" },
        { "hồ sơ.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "media.refused.archive", "7-Zip" },
        { "hồ sơ.tar.gz", [0x1F, 0x8B, 8, 0], "media.refused.archive", "GZip" },
        { "phim.mov", [0, 0, 0, 8, .. "wide"u8, 0, 0, 0, 0, .. "mdat"u8], "media.refused.video", "QuickTime" },
        { "phim.avi", [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI LIST"u8], "media.refused.video", "AVI" },
        { "phim.mkv", [0x1A, 0x45, 0xDF, 0xA3, 0x01], "media.refused.video", "MKV, WebM" },
        { "tiếng.wav", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8], "media.refused.audio", "WAV" },
        { "quét.tif", [(byte)'I', (byte)'I', 0x2A, 0, 8, 0, 0, 0], "media.refused.picture", "TIFF" },
        { "ảnh.bmp", [(byte)'B', (byte)'M', 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0], "media.refused.picture", "BMP" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void What_is_not_taken_is_called_by_its_name(string name, byte[] bytes, string refusal, string called)
    {
        Assert.Equal(new FileVerdict(null, refusal, called), FileKind.Of(bytes, name));
    }

    [Theory]
    [InlineData("bảng.csv", new byte[] { (byte)'X', 0xE3, (byte)';', (byte)'1' }, "media.refused.letters")]
    [InlineData("bảng.csv", new byte[] { (byte)'X', 0, (byte)';', 0, (byte)'1', 0, 0xE3, 0x1E }, "media.refused.letters")]
    [InlineData("tệp.xml", new byte[] { 0, (byte)'<', 0, (byte)'?', 0, (byte)'x', 0, (byte)'m' }, "media.refused.letters")]
    [InlineData("ghi.txt", new byte[] { 0xFF, 0xFE, 0, 0, (byte)'a', 0, 0, 0, (byte)'b', 0, 0, 0 }, "media.refused.letters")]
    [InlineData("lạ.bin", new byte[] { 1, 2, 0xE3, 4 }, "media.refused.unknown")]
    public void Letters_of_an_old_encoding_are_told_from_what_is_no_text(string name, byte[] bytes, string refusal)
    {
        Assert.Equal((null, refusal), Plain(FileKind.Of(bytes, name)));
    }

    [Theory]
    [InlineData("{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}", "a.rtf", "media.refused.embedded")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "a.xml", "media.refused.markup")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.svg", "media.refused.markup")]
    public void What_could_harm_whoever_opens_it_is_not_taken(string text, string name, string refusal)
    {
        Assert.Equal((null, refusal), Plain(FileKind.Of(Encoding.UTF8.GetBytes(text), name)));
    }

    private static (FileKind? Kind, string? Refusal) Plain(FileVerdict verdict) => (verdict.Kind, verdict.Refusal);

    // Two blanks between brands would be one of them: they are four letters each, one blank between.
    private static byte[] Brands(string major, string others)
    {
        var rest = string.Concat(others.Chunk(5).Select(brand => new string(brand)[..Math.Min(4, brand.Length)].PadRight(4)));
        var size = (byte)(16 + rest.Length);
        return [0, 0, 0, size, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(major), 0, 0, 2, 0, .. Encoding.ASCII.GetBytes(rest), .. new byte[64]];
    }
}
