using System.Net;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Testing;

namespace GovPortal.Benchmarks;

/// <summary>How long an editor waits for the server: to save a draft, and to see the pages of the desk.</summary>
internal sealed class DeskBenchmark : IBenchmark
{
    private const string New = "/quan-tri/tin-tuc/moi";

    // About 20 KB of text, as a long report has.
    private static readonly string text = string.Concat(Enumerable.Range(1, 60).Select(n => $"<p>Đoạn {n}: Ủy ban nhân dân xã thông báo lịch tiếp công dân, địa điểm tiếp, số điện thoại trực và giấy tờ cần mang theo; người dân đến theo giờ đã hẹn để không phải chờ lâu.</p>"));

    // What stands in the form besides what is typed.
    private static readonly string[] travelling = ["Revision", "Key", "__RequestVerificationToken"];

    public string Name => "desk";

    public string Describes => "saving a draft and opening the desk's pages, beside the plain server";

    public async Task RunAsync(Workbench bench)
    {
        await using var baseline = ChildProcess.StartBaseline();
        await using var host = ChildProcess.StartHost(bench.FolderOf("data"), "demo");
        await baseline.FirstPageAsync();
        await host.FirstPageAsync();
        await host.SettleAsync();
        var (editor, plain) = (new Visitor(host.Address), new Visitor(baseline.Address));
        await editor.SignInAsync("admin", ChildProcess.AdminPassword);
        var form = (await editor.FillAsync(New, Draft(0))).Insist(HttpStatusCode.Redirect).Location!;
        var times = bench.Choose(30, 300);

        var floor = await TimeAsync(times, _ => plain.GetAsync("/"));
        bench.Say($"nine bytes of text: {floor}");
        bench.Figures["baseline"] = new JsonObject { ["is"] = "nine bytes of plain text, asked for by the same client", ["medianMs"] = Timings.Round(floor.Median) };
        (string Label, Timings Took)[] found =
        [
            ("saving a draft of 20 KB", await SaveAsync(editor, form, times)),
            ("opening its form", await TimeAsync(times, _ => editor.GetAsync(form))),
            ("dashboard", await TimeAsync(times, _ => editor.GetAsync("/quan-tri"))),
            ("list of content", await TimeAsync(times, _ => editor.GetAsync("/quan-tri/noi-dung?q=thong+bao"))),
            ("audit log", await TimeAsync(times, _ => editor.GetAsync("/quan-tri/nhat-ky"))),
        ];
        foreach (var (label, took) in found)
        {
            bench.Say($"{label}: {took}");
            bench.Figures[label] = took.ToJson();
        }

        bench.Publish("desk", Markdown.Table(["at the desk", "median", "p99", "longest", $"times nine bytes of text ({Markdown.Of(floor.Median, "ms")})", "target"],
            found.Select((f, n) => (IReadOnlyList<string>)[f.Label, Markdown.Of(f.Took.Median, "ms"), Markdown.Of(f.Took.Percentile(99), "ms"), Markdown.Of(f.Took.Percentile(100), "ms"), $"{f.Took.Median / floor.Median:0}", n == 0 ? "100 ms" : ""])));
    }

    private static async Task<Timings> SaveAsync(Visitor editor, string form, int times)
    {
        var timings = new Timings();
        for (var n = 1; n <= times; n++)
        {
            // What the browser holds already is not waited for.
            var page = (await editor.GetAsync(form)).Insist(HttpStatusCode.OK).Html;
            var sent = Draft(n).Concat(travelling.Select(name => KeyValuePair.Create(name, page.QuerySelector($".gp-editor input[name={name}]")!.GetAttribute("value")!)));
            using var content = new FormUrlEncodedContent(sent);
            (await timings.TimeAsync(() => editor.SendAsync(HttpMethod.Post, form, content: content))).Insist(HttpStatusCode.Redirect);
        }

        return timings;
    }

    private static async Task<Timings> TimeAsync(int times, Func<int, Task<Answer>> ask)
    {
        var timings = new Timings();
        await ask(0);
        for (var n = 0; n < times; n++)
        {
            (await timings.TimeAsync(() => ask(n))).Insist(HttpStatusCode.OK);
        }

        return timings;
    }

    private static Dictionary<string, string> Draft(int number) => new() { ["Title"] = $"Lịch tiếp công dân, bản {number}", ["Body"] = text };
}
