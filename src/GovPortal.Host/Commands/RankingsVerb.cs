using System.CommandLine;
using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Rankings;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Reading;

namespace GovPortal.Host.Commands;

/// <summary><c>rankings compute FILE.json</c>. It needs no installation: all it computes from stands in the file.</summary>
internal static class RankingsVerb
{
    private static readonly Texts Texts = new([typeof(RankingsModule).Assembly]);

    public static Command Make() => new("rankings", "Indexes of agencies.") { Compute() };

    private static Command Compute()
    {
        var file = new Argument<FileInfo>("file") { Description = "An index as JSON: method, groups with indicators, units with values." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON; remarks go to the standard error." };
        var compute = new Command("compute", "Computes scores and ranks from the raw numbers; docs/operations/rankings.md has the rules.") { file, json };
        compute.SetAction((parsed, ct) => ComputeAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), ct));
        return compute;
    }

    private static async Task<int> ComputeAsync(FileInfo file, bool asJson, CancellationToken ct)
    {
        if (await BytesOfAsync(file, ct) is not { } bytes)
        {
            return Verbs.WrongUse;
        }

        var reading = IndexReader.Read(bytes);
        if (reading.Index is null)
        {
            Tell(reading.Refusals);
            if (reading.MoreRefusals > 0)
            {
                await Console.Error.WriteLineAsync($"… and {reading.MoreRefusals} more.");
            }

            return Verbs.WrongUse;
        }

        var result = IndexComputation.Compute(reading.Index);
        if (result.Refusal is { } refusal)
        {
            Tell([refusal]);
            return Verbs.WrongUse;
        }

        Tell([.. reading.Remarks, .. result.Remarks]);
        Console.WriteLine(asJson ? ResultJson.Write(result.Units) : Table(result.Units, reading.Index.Method.Decimals));
        return Verbs.Done;
    }

    /// <returns>Null where it cannot be read, which is told.</returns>
    private static async Task<byte[]?> BytesOfAsync(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return null;
        }

        if (file.Length > IndexReader.LargestFile)
        {
            Tell([new Refusal("rankings.file.too-large", file.FullName, $"{file.Length / 1024 / 1024} MiB")]);
            return null;
        }

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The file {file.FullName} cannot be read: {fault.Message}");
            return null;
        }
    }

    private static void Tell(IEnumerable<Refusal> findings)
    {
        foreach (var finding in findings)
        {
            Console.Error.WriteLine($"{finding.Field}: {Texts.Sentence(Texts.English, finding)}");
        }
    }

    private static string Table(IReadOnlyList<UnitScore> units, int decimals)
    {
        var lines = new List<string>();
        foreach (var block in units.GroupBy(unit => unit.Block))
        {
            lines.Add(block.Key);
            lines.AddRange(block.Select(unit =>
                $"  {unit.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–",5}  {Score(unit.Score, decimals),14}  {unit.Name}  ({string.Join("; ", unit.Groups.Select(group => $"{group.Name} {Score(group.Score, decimals)}"))})"));
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Score(double? score, int decimals) => score?.ToString($"F{decimals}", CultureInfo.InvariantCulture) ?? "–";
}
