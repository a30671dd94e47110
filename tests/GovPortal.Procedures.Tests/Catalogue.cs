using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GovPortal.Procedures.Site;
using GovPortal.Testing;

namespace GovPortal.Procedures.Tests;

/// <summary>The procedures of the national catalogue, and the words the pages put them into.</summary>
internal static class Catalogue
{
    private static readonly Lazy<Dictionary<string, string>> sentences = new(() => Repository.Sentences("modules/GovPortal.Procedures/lang/vi.json"));
    private static readonly Lazy<List<Procedure>> all = new(Read);

    /// <summary>Skips the test where the data is not at hand.</summary>
    public static IReadOnlyList<Procedure> All
    {
        get
        {
            Assert.SkipWhen(Repository.Data is null, Repository.NoData);
            return all.Value;
        }
    }

    public static MethodWords WordsOf(Procedure procedure) =>
        new((key, values) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), sentences.Value[key], values), sentences.Value.ContainsKey, procedure);

    public static string Say(string key, params object?[] values) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), sentences.Value[key], values);

    private static List<Procedure> Read()
    {
        var reader = new ProcedureReader();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Repository.DataFile("procedures.jsonl.gz")), CompressionMode.Decompress));
        var read = new List<Procedure>();
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (reader.Read(json.RootElement).Body is Procedure procedure)
            {
                read.Add(procedure);
            }
        }

        return read;
    }
}
