using System.Text;
using System.Text.Json.Nodes;
using GovPortal.Core.Text;
using Microsoft.Data.Sqlite;

namespace GovPortal.Benchmarks.Running;

/// <summary>What SQLite FTS5 answers: any of the words, diacritics removed, BM25 with the title weighing most.</summary>
internal sealed class FullText : IDisposable
{
    private static readonly string[] BodyFields = ["steps", "dossier_cases", "summary", "requirements"];

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    /// <param name="sources">Records as they are imported, with the type they are of.</param>
    public FullText(IEnumerable<(string Type, IEnumerable<string> Lines)> sources)
    {
        connection.Open();
        Execute("CREATE VIRTUAL TABLE found USING fts5(answer UNINDEXED, title, keywords, body, tokenize = \"unicode61 remove_diacritics 2\")");
        using var transaction = connection.BeginTransaction();
        foreach (var (type, lines) in sources)
        {
            foreach (var line in lines)
            {
                Add(type, JsonNode.Parse(line)!);
            }
        }

        transaction.Commit();
    }

    /// <summary>Codes of procedures and numbers of documents, best first, ten at most.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => $"\"{word}\"");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT answer FROM found WHERE found MATCH $words ORDER BY bm25(found, 0, 10, 6, 1) LIMIT 10";
        command.Parameters.AddWithValue("$words", string.Join(" OR ", words));
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
        {
            answers.Add(reader.GetString(0));
        }

        return answers;
    }

    public void Dispose() => connection.Dispose();

    private void Add(string type, JsonNode record)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO found VALUES ($answer, $title, $keywords, $body)";
        var title = Text(record["name"] ?? record["title"]) is { Length: > 0 } given ? given : $"{Text(record["type"])} {Text(record["number"])} {Text(record["summary"])}";
        command.Parameters.AddWithValue("$answer", type == "procedure" ? Text(record["code"]).Trim() : "/van-ban/" + VietnameseText.Slug($"{Text(record["type"])} {Text(record["number"])}"));
        command.Parameters.AddWithValue("$title", Plain(title));
        command.Parameters.AddWithValue("$keywords", Plain(Text(record["keywords"])));
        command.Parameters.AddWithValue("$body", Plain(string.Join(' ', BodyFields.Select(field => record[field]?.ToJsonString() ?? ""))));
        command.ExecuteNonQuery();
    }

    private static string Text(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : "";

    // FTS5 removes every mark but the stroke of đ.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Fold(text))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return plain.ToString();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
