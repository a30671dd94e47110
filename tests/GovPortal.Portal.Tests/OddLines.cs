namespace GovPortal.Portal.Tests;

/// <summary>Lines of import files with a value in each field that nobody expects there.</summary>
internal static class OddLines
{
    private static readonly string[] Values =
    [
        "\"\\ud800 nửa cặp\"", $"\"{new string('đ', 2_000_000)}\"", $"\"{new string('n', 4_000)}\"", "\"a\\u0000b\"", "[1,[2],{}]", "{\"x\":1}", "1e400", "true",
        "[\"a\", null, 3, {\"name\": 5}]", "[{\"name\": \"\\ud800\"}]", $"[{{\"name\": \"{new string('n', 9_000)}\", \"code\": \"{new string('1', 9_000)}\"}}]",
    ];

    public static IEnumerable<string> Of(string what) => what switch
    {
        "articles" =>
        [
            .. Lines("\"title\":\"Bài\",\"body\":\"<p>x</p>\"", "title", "body", "summary", "slug", "category", "source", "picture", "publishedAt", "pinned"),
            "{\"title\":\"Bài\",\"body\":\"x\",\"publishedAt\":\"0001-01-01T00:00:00\"}",
            "{\"title\":\"Bài\",\"body\":\"x\",\"publishedAt\":\"9999-12-31T23:59:59-12:00\"}",
        ],
        "procedures" =>
        [
            .. Lines("\"code\":\"3.000001\",\"name\":\"Thủ tục\"", "code", "name", "fields", "levels", "subjects", "steps", "methods", "dossier_cases",
                "executing_agencies", "promulgating_agency", "keywords", "requirements", "publication_date", "legal_bases"),
            "{\"code\":\"3.000001\",\"name\":\"Thủ tục\",\"dossier_cases\":[{\"components\":[{\"name\":\"Đơn\",\"originals\":99999999999}]}]}",
            "{\"code\":\"3.000001\",\"name\":\"Thủ tục\",\"methods\":[{\"time\":79228162514264337593543950335,\"fees\":[{\"value\":-1}]}]}",
        ],
        _ => Lines("\"number\":\"7/QĐ\",\"agency\":\"Ủy ban\",\"summary\":\"Về việc\"", "number", "type", "agency", "summary", "issued", "effective", "field", "signer", "files", "text", "status", "url", "gazette_no"),
    };

    // Of two same names in an object the last one holds.
    private static IEnumerable<string> Lines(string given, params IEnumerable<string> fields) =>
        fields.SelectMany(field => Values.Select(value => $"{{{given},\"{field}\":{value}}}"));
}
