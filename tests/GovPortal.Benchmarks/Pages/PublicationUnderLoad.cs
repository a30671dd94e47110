using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Testing;

namespace GovPortal.Benchmarks.Pages;

/// <summary>
/// While a crowd reads the home page, an article is published: through the editor's form, and by a process beside the server.
/// Measures how soon the crowd sees it and whether any reader waits for it.
/// </summary>
internal sealed class PublicationUnderLoad(Workbench bench, ChildProcess host, Installation beside)
{
    private const string Form = "/quan-tri/tin-tuc/moi";

    // Long before the next article, and far longer than the target.
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(20);

    private readonly Visitor editor = new(host.Address);
    private int number;

    public async Task<IReadOnlyList<PublicationResult>> RunAsync()
    {
        await editor.SignInAsync("admin", ChildProcess.AdminPassword);
        var results = new[] { new PublicationResult("through the editor's form"), new PublicationResult("by an import beside the server") };
        Func<string, Task<Func<Task>>>[] ways = [WriteInFormAsync, WriteFileAsync];

        // The first of each kind compiles its path; who reads should not be measured by that.
        foreach (var way in ways)
        {
            await SeenAfterAsync(way);
        }

        for (var round = 0; round < bench.Choose(1, 7); round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                results[way].QuietRounds.Add(await ReadAsync());
                var reading = ReadAsync();
                await Task.Delay(TimeSpan.FromSeconds(Length / 3));
                results[way].Seen.Add(await SeenAfterAsync(ways[way]));
                results[way].BusyRounds.Add(await reading);
            }
        }

        foreach (var result in results)
        {
            bench.Say(result.ToString());
        }

        return results;
    }

    private double Length => bench.Choose(1.0, 6.0);

    private Task<LoadResult> ReadAsync() => Load.RunAsync(new LoadOrder(host.Address, ["/"], Reader.Headers, Length), bench.Folder);

    /// <summary>Milliseconds from the editor's press, or the start of the import, until the home page shows the title.</summary>
    private async Task<double> SeenAfterAsync(Func<string, Task<Func<Task>>> writeAsync)
    {
        var title = $"Thông báo {1000 + number++} về lịch tiếp công dân";
        using var reader = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = host.Address };
        var publishAsync = await writeAsync(title);
        var start = Stopwatch.GetTimestamp();
        var publishing = publishAsync();
        while (!(await reader.GetStringAsync("/")).Contains(title, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(start) > longest)
            {
                throw new InvalidOperationException($"The home page does not show “{title}”.");
            }

            await Task.Delay(5);
        }

        var seen = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await publishing;
        return seen;
    }

    /// <summary>Opens and fills the form; the press of the button is left.</summary>
    private async Task<Func<Task>> WriteInFormAsync(string title)
    {
        const string Token = "__RequestVerificationToken";
        var form = (await editor.GetAsync(Form)).Insist(HttpStatusCode.OK);
        var fields = new Dictionary<string, string>
        {
            ["Title"] = title,
            ["Summary"] = "Lịch tiếp công dân định kỳ.",
            ["Body"] = "<p>Từ 8 giờ đến 11 giờ.</p>",
            ["Category"] = "Thông báo",
            [Token] = form.Html.QuerySelector($"form.gp-editor input[name={Token}]")!.GetAttribute("value")!,
        };
        return async () =>
        {
            using var content = new FormUrlEncodedContent(fields);
            (await editor.SendAsync(HttpMethod.Post, $"{Form}?handler=Publish", content: content)).Insist(HttpStatusCode.Redirect);
        };
    }

    private async Task<Func<Task>> WriteFileAsync(string title)
    {
        var article = new JsonObject
        {
            ["title"] = title,
            ["slug"] = $"thong-bao-{number}",
            ["summary"] = "Lịch tiếp công dân định kỳ.",
            ["body"] = "<p>Từ 8 giờ đến 11 giờ.</p>",
            ["publishedAt"] = JsonSerializer.SerializeToNode(TimeProvider.System.GetUtcNow()),
            ["category"] = new JsonObject { ["value"] = "thong-bao", ["label"] = "Thông báo" },
        };
        var file = Path.Combine(bench.Folder, "one.jsonl");
        await File.WriteAllTextAsync(file, article.ToJsonString() + "\n");
        return () => beside.ImportAsync("articles", file, beside.Sites.Portal);
    }
}

/// <summary>Equally long loads with and without a publication.</summary>
internal sealed record PublicationResult(string Way)
{
    public Timings Seen { get; } = new();

    public List<LoadResult> QuietRounds { get; } = [];

    public List<LoadResult> BusyRounds { get; } = [];

    /// <summary>Slowest answer of all rounds with a publication.</summary>
    public double Worst => BusyRounds.Max(l => l.LongestMs);

    public double Quiet(Func<LoadResult, double> of) => Timings.MedianOf(QuietRounds.Select(of));

    public double Busy(Func<LoadResult, double> of) => Timings.MedianOf(BusyRounds.Select(of));

    public override string ToString() =>
        $"published {Way}: on the home page after {Seen}; slowest request {Quiet(l => l.LongestMs):0.0} ms without, {Busy(l => l.LongestMs):0.0} ms with a publication (at worst {Worst:0.0} ms); "
        + $"{Quiet(l => l.PerSecond):0} and {Busy(l => l.PerSecond):0} pages a second";

    public JsonObject ToJson() => new()
    {
        ["way"] = Way,
        ["seen"] = Seen.ToJson(),
        ["slowestMsWithout"] = Timings.Round(Quiet(l => l.LongestMs)),
        ["slowestMsWith"] = Timings.Round(Busy(l => l.LongestMs)),
        ["slowestMsWithAtWorst"] = Timings.Round(Worst),
        ["p99MsWithout"] = Timings.Round(Quiet(l => l.P99Ms)),
        ["p99MsWith"] = Timings.Round(Busy(l => l.P99Ms)),
        ["perSecondWithout"] = Timings.Round(Quiet(l => l.PerSecond)),
        ["perSecondWith"] = Timings.Round(Busy(l => l.PerSecond)),
        ["failures"] = QuietRounds.Concat(BusyRounds).Sum(l => l.Failures),
    };
}
