using System.Text;
using System.Text.Json;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Reading;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Computing;

/// <summary>
/// Indexes whose results another program computed, by exact fractions and Jacobi rotations in place of what the product uses:
/// three invented ones of every kind (<c>Cases</c>), and those handed over with the rules. Scores within 1e-9, ranks and order exactly.
/// </summary>
public sealed class ComputedElsewhereTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Invented => [.. Directory.GetFiles(InventedFolder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Handed =>
        Repository.Data is null ? ["(none)"] : [.. Directory.GetFiles(HandedFolder, "*.expected.json").Select(path => Path.GetFileName(path).Split('.')[0]).Order(StringComparer.Ordinal)];

    private static string InventedFolder => Path.Combine(Repository.Root, "tests/GovPortal.Rankings.Tests/Cases");

    private static string HandedFolder => Repository.DataFile("ranking/compute");

    [Theory]
    [MemberData(nameof(Invented))]
    public void Invented_indexes_come_out(string name)
    {
        using var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(InventedFolder, $"{name}.json")));

        ComesOut(known.RootElement.GetProperty("result"), Encoding.UTF8.GetBytes(known.RootElement.GetProperty("index").GetRawText()));
    }

    [Theory]
    [MemberData(nameof(Handed))]
    public void Handed_indexes_come_out(string name)
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        using var known = JsonDocument.Parse(File.ReadAllText(Path.Combine(HandedFolder, $"{name}.expected.json")));

        ComesOut(known.RootElement, File.ReadAllBytes(Path.Combine(HandedFolder, $"{name}.json")));
    }

    [Fact]
    public void Three_cases_of_each_kind_are_there() => Assert.Equal(21, Invented.Count);

    private static void ComesOut(JsonElement known, byte[] file)
    {
        var reading = IndexReader.Read(file);
        Assert.Empty(reading.Refusals);
        using var result = JsonDocument.Parse(ResultJson.Write(IndexComputation.Compute(reading.Index!).Units));

        Same(known, result.RootElement, "");
    }

    private static void Same(JsonElement known, JsonElement ours, string path)
    {
        switch (known.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(known.EnumerateObject().Select(p => p.Name).Order(), ours.EnumerateObject().Select(p => p.Name).Order());
                Assert.All(known.EnumerateObject(), p => Same(p.Value, ours.GetProperty(p.Name), $"{path}.{p.Name}"));
                break;
            case JsonValueKind.Array:
                Assert.Equal((path, known.GetArrayLength()), (path, ours.GetArrayLength()));
                Assert.All(known.EnumerateArray().Zip(ours.EnumerateArray()).Select((pair, i) => (pair, i)), its => Same(its.pair.First, its.pair.Second, $"{path}[{its.i}]"));
                break;
            case JsonValueKind.Number:
                Assert.True(Math.Abs(known.GetDouble() - ours.GetDouble()) <= Tolerance, $"{path}: {known} is {ours}");
                break;
            default:
                Assert.Equal((path, known.ToString()), (path, ours.ToString()));
                break;
        }
    }
}
