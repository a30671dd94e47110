using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Import;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Every field of every kind of record, as each describes itself, with every value of a wrong kind: named with field, value and remedy.</summary>
public sealed class WrongKindsOfValuesTests(SqlitePortal portal) : PortalTest(portal)
{
    private static readonly string[] Values = ["\"chữ\"", "\"12\"", "12", "-3", "1.5", "-0.5", "1e400", "99999999999", "true", "[]", "[12]", "[[]]", "[true]", "{}", "{\"la\":1}"];

    [Fact]
    public void Each_names_field_value_and_remedy()
    {
        using var scope = Portal.Services.CreateScope();
        var readers = scope.ServiceProvider.GetServices<IRecordReader>().ToArray();
        var texts = Portal.Services.GetRequiredService<Texts>();
        var tried = 0;

        Assert.True(readers.Length >= 12, string.Join(", ", readers.Select(reader => reader.What)));
        foreach (var reader in readers)
        {
            foreach (var (path, kind) in reader.Shape.Described.Where(field => field.Kind != "Passed"))
            {
                foreach (var value in Values)
                {
                    using var record = JsonDocument.Parse(Nested(path.Split('.'), value).ToJsonString());
                    var refusals = reader.Shape.Check(record.RootElement);
                    tried++;

                    Assert.True(Fits(kind, value) == (refusals.Count == 0), $"{reader.What}: {path} ({kind}) is {value}: {string.Join(", ", refusals)}");
                    Assert.All(refusals, refusal => Assert.StartsWith(path.Replace("[]", "[0]", StringComparison.Ordinal), refusal.Field, StringComparison.Ordinal));
                    Assert.All(refusals, refusal => Assert.Matches("phải là .+mà đây không phải: .+\\. ?Hãy|true hoặc false", texts.Sentence("vi", refusal)));
                }
            }
        }

        Assert.True(tried > 1_500, $"only {tried} values were tried");
    }

    // What a source may well write; all else is of a wrong kind.
    private static bool Fits(string kind, string value) => kind switch
    {
        "Words" or "Day" => value is "\"chữ\"" or "\"12\"",
        "Text" => value[0] is '"' or '-' || char.IsAsciiDigit(value[0]),
        "Number" => value is "\"chữ\"" or "\"12\"" or "12" or "1.5" or "99999999999",
        "Count" => value is "12",
        "Shift" => value is "12" or "-3",
        "Flag" => value is "true",
        "List" => value is "[]",
        "Record" => value[0] == '{',
        "TextOrRecord" => value[0] is '"' or '{',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static JsonObject Nested(ReadOnlySpan<string> path, string value)
    {
        var isList = path[0].EndsWith("[]", StringComparison.Ordinal);
        var inner = path.Length == 1 ? JsonNode.Parse(value) : Nested(path[1..], value);
        return new JsonObject { [isList ? path[0][..^2] : path[0]] = isList ? new JsonArray(inner) : inner };
    }
}
