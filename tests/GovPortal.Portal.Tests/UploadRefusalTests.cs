using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class UploadRefusalTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, string, string> Refused => new()
    {
        { "bao-cao.docx", "old-office", "chọn Lưu thành (Save As)" },
        { "bao-cao.txt", "empty", "trống" },
        { "so-do.svg", "svg", "PDF hoặc ảnh PNG" },
        { "trang.txt", "html", "PDF hoặc ảnh PNG" },
        { "chay.exe", "exe", "chuyển sang một trong các dạng đó" },
        { "anh.jpg", "exe", "chuyển sang một trong các dạng đó" },
        { "anh.heic", "heic", "lưu ảnh thành JPEG" },
        { "mau.docm", "macros", "không có macro" },
        { "mau.odt", "odt-macros", "không có macro" },
        { "hong.zip", "half-zip", "bị hỏng" },
        { "hong.png", "half-png", "bị hỏng" },
        { "bom.png", "bomb", "50 triệu điểm ảnh" },
        { "phim.mp4", "large", "quá lớn" },
        { "bom.zip", "zip-bomb", "chỉ những tệp cần gửi" },
        { "ho-so.rar", "rar", "nén lại thành .zip" },
    };

    [Theory]
    [InlineData("/quan-tri/thu-vien/chon?trang=0")]
    [InlineData("/quan-tri/thu-vien/chon?loai=la")]
    [InlineData("/quan-tri/thu-vien/tai-len")]
    [InlineData("/quan-tri/soan-thao/khong-co")]
    [InlineData("/api/v1/khong-co")]
    [InlineData("/api/v1/search?page=x")]
    public async Task No_title_of_the_framework_reaches_a_program(string path)
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            var answer = await author.SendAsync(method, site.Root + path);
            Assert.DoesNotMatch("Bad Request|Not Found|Method Not Allowed|Unsupported Media|Unprocessable|Forbidden|Unauthorized|rfc9110", answer.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_taken_is_named_with_the_reason_and_the_remedy(string name, string what, string remedy)
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var answer = (await editor.UploadAsync(site, name, BytesOf(what))).Insist(HttpStatusCode.UnprocessableEntity);
        var list = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/chon")).Insist(HttpStatusCode.OK);

        Assert.Equal(("application/problem+json", "Nội dung gửi lên không dùng được"), (answer.MediaType, answer.Json.GetProperty("title").GetString()));
        Assert.Contains(name, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(remedy, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, list.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("Ảnh hội nghị.png", "jpeg", "anh-hoi-nghi.jpg", "image/jpeg")]
    [InlineData("Báo cáo", "docx", "bao-cao.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("Bao cao.odt", "odt", "bao-cao.odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("Bảng lương.xls", "old-office", "bang-luong.xls", "application/vnd.ms-excel")]
    [InlineData("Ghi chú.txt", "text", "ghi-chu.txt", "text/plain")]
    [InlineData("Phim xã.mp4", "msnv", "phim-xa.mp4", "video/mp4")]
    [InlineData("Bảng.csv", "utf-16", "bang.csv", "text/csv")]
    [InlineData("Nghị quyết.bin", "pdf", "nghi-quyet.pdf", "application/pdf")]
    public async Task A_file_is_what_its_bytes_say_and_gets_the_ending_that_fits(string name, string what, string ending, string mediaType)
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var taken = (await editor.UploadAsync(site, name, BytesOf(what))).Insist(HttpStatusCode.Created).Json;
        await site.ShowAsync(taken.GetProperty("path").GetString()!);
        await site.ShowAsync(taken.GetProperty("path").GetString()!);
        var file = (await Portal.NewVisitor().GetAsync(taken.GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);

        Assert.EndsWith("/" + ending, taken.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(mediaType, file.MediaType);
        Assert.Contains("immutable", file.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tờ khai.doc", "rtf", "to-khai.rtf", "application/rtf")]
    [InlineData("Hóa đơn.xml", "xml", "hoa-don.xml", "application/xml")]
    [InlineData("Quyết định.p7s", "p7s", "quyet-dinh.p7s", "application/pkcs7-signature")]
    public async Task What_other_programs_open_is_saved_by_browsers_and_never_shown(string name, string what, string saved, string mediaType)
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var taken = (await editor.UploadAsync(site, name, BytesOf(what))).Insist(HttpStatusCode.Created).Json;
        await site.ShowAsync(taken.GetProperty("path").GetString()!);
        var file = (await Portal.NewVisitor().GetAsync(taken.GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);

        Assert.Equal(mediaType, file.MediaType);
        Assert.StartsWith($"attachment; filename={saved}", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("sandbox", file.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task Without_the_guard_of_forms_nothing_is_taken()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        using var content = Samples.Parts(("file", "anh.jpg", Samples.Jpeg(40, 40)));

        var answer = (await editor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/thu-vien/tai-len", content: content)).Insist(HttpStatusCode.BadRequest);

        Assert.Contains("Phiên làm việc đã hết hạn", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static byte[] BytesOf(string what) => what switch
    {
        "old-office" => OldOffice,
        "svg" => "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
        "html" => "  <!DOCTYPE html><title>x</title>"u8.ToArray(),
        "exe" => [(byte)'M', (byte)'Z', 0x90, 0, .. new byte[200]],
        "heic" => [0, 0, 0, 0x18, .. "ftypheic"u8, .. new byte[100]],
        "odt" => Samples.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
        "odt-macros" => Samples.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"), ("Basic/Standard/Module1.xml", "<x/>")),
        "macros" => Samples.Zip(("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x")),
        "half-zip" => Samples.Word("Cắt đôi")[..200],
        "half-png" => Samples.Png(300, 300)[..60],
        "bomb" => Samples.Bomb(),
        "large" => [0, 0, 0, 0x18, .. "ftypisom"u8, .. new byte[30 * 1024 * 1024]],
        "zip-bomb" => HostileFiles.ZipBomb(256),
        "rar" => [.. "Rar!\x1a\a"u8, .. new byte[40]],
        "msnv" => [0, 0, 0, 0x18, .. "ftypMSNV"u8, 0, 0, 0, 0, .. "MSNVisom"u8, .. new byte[40]],
        "utf-16" => [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("Xã;Số\nĐình Bảng;1")],
        "rtf" => "{\\rtf1\\ansi To khai\\par}"u8.ToArray(),
        "xml" => "<?xml version=\"1.0\"?><HDon><So>1</So></HDon>"u8.ToArray(),
        "p7s" => [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80, .. new byte[40]],
        "jpeg" => Samples.Jpeg(60, 40),
        "docx" => Samples.Word("Kính gửi"),
        "text" => "Ghi chú của văn phòng"u8.ToArray(),
        "pdf" => Samples.Pdf("Chao ban"),
        _ => [],
    };
}

public sealed class UploadRefusalOnSqliteTests(SqlitePortal portal) : UploadRefusalTests(portal);

public sealed class UploadRefusalOnPostgresTests(PostgresPortal portal) : UploadRefusalTests(portal);
