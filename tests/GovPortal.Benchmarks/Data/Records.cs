using System.Globalization;
using System.Text.Json.Nodes;

namespace GovPortal.Benchmarks.Data;

/// <summary>Makes records with the fields, shapes and sizes of real ones.</summary>
internal sealed class Records(int seed)
{
    private static readonly DateTime newest = new(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] issuers = ["Chính phủ", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Xây dựng", "Bộ Y tế", "UBND tỉnh Bắc Ninh", "HĐND tỉnh Bắc Ninh", "Bộ Tư pháp"];
    private static readonly (string Name, string Mark)[] kinds = [("Nghị định", "NĐ-CP"), ("Quyết định", "QĐ-UBND"), ("Thông tư", "TT-BTC"), ("Công văn", "UBND-VP"), ("Nghị quyết", "NQ-HĐND")];

    private static readonly string[] levels = ["tinh", "xa", "bo"];
    private static readonly string[] channels = ["DIRECT", "ONLINE", "POSTAL"];

    private readonly Words words = new(seed);

    /// <summary>Real ones have 5,873 characters in the middle, one in ten more than 13,000.</summary>
    public JsonObject Procedure(int number)
    {
        var size = words.Number(0, 9) switch { 0 => 9_000, 1 or 2 => 5_000, _ => 2_200 };
        var decided = newest.AddDays(-words.Number(0, 900));
        return new JsonObject
        {
            ["code"] = string.Create(CultureInfo.InvariantCulture, $"3.{number:000000}"),
            ["name"] = words.Title() + " " + words.Sentence().TrimEnd('.').ToLowerInvariant(),
            ["decision_no"] = $"{words.Number(1, 3000)}/QĐ-UBND",
            ["decision_date"] = Day(decided),
            ["publication_date"] = Day(decided.AddDays(20)),
            ["promulgating_agency"] = Coded("H05", "UBND tỉnh Bắc Ninh"),
            ["fields"] = new JsonArray(Coded($"G{words.Number(1, 40):00}", $"Lĩnh vực {words.Number(1, 40)}")),
            ["levels"] = new JsonArray(words.One(levels)),
            ["formality_type"] = "ASSIGNED_REGULATION",
            ["is_full_process"] = words.Number(0, 1) == 1,
            ["is_offline_only"] = false,
            ["subjects"] = new JsonArray(Coded("ĐT1", "Công dân Việt Nam"), Coded("ĐT2", "Doanh nghiệp")),
            ["executing_agencies"] = new JsonArray(Coded("H05.13", "Sở Tư pháp")),
            ["authority_agencies"] = new JsonArray(Coded("H05.13", "Sở Tư pháp")),
            ["steps"] = Many(words.Number(1, 4), _ => new JsonObject { ["name"] = null, ["text"] = words.Text(size / 4) }),
            ["methods"] = Many(3, i => new JsonObject { ["channel"] = channels[i], ["time"] = words.Number(1, 30), ["time_unit"] = "WORKING_DAY", ["text"] = words.Sentence(), ["fees"] = new JsonArray() }),
            ["dossier_cases"] = new JsonArray(new JsonObject
            {
                ["name"] = null,
                ["components"] = Many(words.Number(2, 8), i => new JsonObject { ["code"] = $"KQ{number}.{i}", ["name"] = words.Sentence(), ["originals"] = 1, ["copies"] = 0, ["required"] = true, ["forms"] = new JsonArray("mau.docx") }),
            }),
            ["legal_bases"] = Many(words.Number(1, 5), _ => Coded($"{words.Number(1, 200)}/2024/NĐ-CP", words.Sentence())),
            ["results"] = new JsonArray(Coded("KQ", words.Title())),
            ["requirements"] = words.Text(size / 4),
            ["keywords"] = null,
            ["url"] = $"https://thutuc.dichvucong.gov.vn/p/{number}",
        };
    }

    /// <summary>Real abstracts have 108 characters in the middle.</summary>
    public JsonObject Document(int number)
    {
        var (name, mark) = words.One(kinds);
        var issued = newest.AddDays(-words.Number(0, 6000));
        return new JsonObject
        {
            ["type"] = name,
            ["number"] = $"{number}/{issued.Year}/{mark}",
            ["agency"] = words.One(issuers),
            ["issued"] = Day(issued),
            ["effective"] = Day(issued.AddDays(45)),
            ["summary"] = $"Về việc {words.Title().ToLowerInvariant()}, {words.Sentence().ToLowerInvariant()}",
            ["signer"] = "NGUYỄN VĂN AN",
            ["files"] = new JsonArray($"van-ban-{number}.pdf"),
        };
    }

    /// <summary>Texts as long as those of the demo, or as those of an old portal: 800 to 4,000 characters.</summary>
    public JsonObject Article(int number) => new()
    {
        ["title"] = words.Headline(),
        ["slug"] = $"tin-{number}",
        ["summary"] = words.Sentence(),
        ["body"] = words.Html(words.Number(800, 4_000)),
        ["publishedAt"] = newest.AddMinutes(-37L * number).ToString("O", CultureInfo.InvariantCulture),
        ["category"] = new JsonObject { ["value"] = $"chuyen-muc-{number % 8}", ["label"] = $"Chuyên mục {number % 8}" },
    };

    private static JsonObject Coded(string code, string name) => new() { ["code"] = code, ["name"] = name };

    private static JsonArray Many(int count, Func<int, JsonObject> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
