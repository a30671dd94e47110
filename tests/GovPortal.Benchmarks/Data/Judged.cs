using System.Text.Json.Nodes;
using GovPortal.Core.Text;

namespace GovPortal.Benchmarks.Data;

/// <summary>A question with what answers it.</summary>
/// <param name="Group">How it is asked: <c>plain</c>, <c>telex</c>, <c>life-event</c> and so on.</param>
/// <param name="Answers">Codes of procedures, or addresses on the portal's host.</param>
/// <param name="IsAside">Kept aside: nobody looks at what fails, so that it measures what nobody has tuned for.</param>
internal sealed record Judged(string Group, string Text, IReadOnlyList<string> Answers, bool IsAside = false)
{
    /// <summary>Questions of every group, those without a group as typed and without diacritics; none where the real data is not at hand.</summary>
    public static IReadOnlyList<Judged> Shared()
    {
        if (Source.Folder() is not { } folder)
        {
            return [];
        }

        var own = Read(Path.Combine(folder, "queries", "own-questions.jsonl"), "");
        var citizens = Read(Path.Combine(folder, "queries", "procedure-questions.jsonl"), "citizens");
        return [.. own, .. citizens, .. citizens.Select(each => each with { Group = "citizens, no diacritics", Text = VietnameseText.Fold(each.Text) })];
    }

    /// <summary>The project's own questions, in <c>Data/questions.jsonl</c>: written before anything was tuned on them, every second kept aside.</summary>
    public static IReadOnlyList<Judged> Own()
    {
        using var reader = new StreamReader(typeof(Judged).Assembly.GetManifestResourceStream("questions.jsonl")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Read(JsonNode.Parse(line)!, ""))];
    }

    private static List<Judged> Read(string path, string group) => File.Exists(path) ? [.. File.ReadLines(path).Select(line => Read(JsonNode.Parse(line)!, group))] : [];

    private static Judged Read(JsonNode line, string group) => new(
        line["group"]?.GetValue<string>() ?? group,
        line["q"]!.GetValue<string>(),
        [.. (line["relevant"] ?? line["urls"])!.AsArray().Select(each => each!.GetValue<string>())],
        line["aside"]?.GetValue<bool>() ?? false);
}
