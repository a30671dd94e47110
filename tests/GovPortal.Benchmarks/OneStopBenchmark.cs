using System.Net;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Testing;

namespace GovPortal.Benchmarks;

/// <summary>How long the one-stop desk takes: to receive a dossier, alone and with many clerks at once, to list work, to follow a dossier and to count.</summary>
internal sealed class OneStopBenchmark : IBenchmark
{
    private const string Root = "/so-xay-dung";
    private const string Work = Root + "/quan-tri/mot-cua";

    private const int Clerks = 50;

    // Fewer than a citizen may try in five minutes.
    private const int Follows = 15;

    public string Name => "one-stop";

    public string Describes => "receiving, listing, following and counting dossiers of the demo province";

    public async Task RunAsync(Workbench bench)
    {
        await using var host = ChildProcess.StartHost(bench.FolderOf("data"), "demo");
        await host.FirstPageAsync();
        await host.SettleAsync();
        var clerk = new Visitor(host.Address);
        await clerk.SignInAsync("admin", ChildProcess.AdminPassword);
        var times = bench.Choose(30, 300);
        var service = (await clerk.GetAsync(Work + "/tiep-nhan")).Insist(HttpStatusCode.OK).Html.QuerySelector("option")!.GetAttribute("value");
        var form = $"{Work}/tiep-nhan?dich-vu={service}";
        var token = (await clerk.GetAsync(form)).Insist(HttpStatusCode.OK).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var received = new Timings();
        var page = "";
        for (var n = 0; n < times; n++)
        {
            page = (await received.TimeAsync(() => ReceiveAsync(clerk, form, token, n))).Insist(HttpStatusCode.Redirect).Location!;
        }

        var receipt = (await clerk.GetAsync(page + "/in/1")).Insist(HttpStatusCode.OK).Html;
        var (code, secret) = (receipt.QuerySelector(".gp-paper__track b")!.TextContent, receipt.QuerySelector(".gp-paper__secret")!.TextContent);
        Tell(bench, "receiving a dossier", received);
        Tell(bench, $"receiving, {Clerks} clerks at once", await AtOnceAsync(clerk, form, token, bench.Choose(2, 20)));
        Tell(bench, "list of work", await TimeAsync(times, () => clerk.GetAsync(Work)));
        Tell(bench, "a dossier", await TimeAsync(times, () => clerk.GetAsync(page)));
        Tell(bench, "following a dossier, both pages", await TimeAsync(Follows, () => new Visitor(host.Address).FillAsync(Root + "/tra-cuu", new Dictionary<string, string> { ["ma"] = code, ["Secret"] = secret })));
        Tell(bench, "figures of the province", await TimeAsync(bench.Choose(10, 50), () => new Visitor(host.Address).GetAsync("/mot-cua.csv")));
    }

    private static Task<Answer> ReceiveAsync(Visitor clerk, string form, string token, int number) => clerk.SendAsync(HttpMethod.Post, form, content: new FormUrlEncodedContent(
    [
        new("__RequestVerificationToken", token), new("ApplicantName", $"Nguyễn Thị Ánh {number}"), new("Identity", $"0271990{number:00000}"), new("Phone", "0912345678"), new("Consent", "true"),
        .. Enumerable.Range(0, 60).Select(paper => KeyValuePair.Create("Papers", $"{paper}")),
    ]));

    /// <summary>Every clerk receives one after another; no code may come twice.</summary>
    private static async Task<Timings> AtOnceAsync(Visitor clerk, string form, string token, int each)
    {
        var found = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(async n =>
        {
            var (timings, pages) = (new Timings(), new List<string>());
            for (var turn = 0; turn < each; turn++)
            {
                pages.Add((await timings.TimeAsync(() => ReceiveAsync(clerk, form, token, 1000 + n * each + turn))).Insist(HttpStatusCode.Redirect).Location!);
            }

            return (Timings: timings, Pages: pages);
        }));
        var all = new Timings();
        foreach (var (timings, _) in found)
        {
            all.AddAll(timings);
        }

        return found.SelectMany(mine => mine.Pages).Distinct().Count() == Clerks * each ? all : throw new InvalidOperationException("Two clerks were sent to the same dossier.");
    }

    private static async Task<Timings> TimeAsync(int times, Func<Task<Answer>> ask)
    {
        var timings = new Timings();
        for (var n = 0; n < times; n++)
        {
            (await timings.TimeAsync(ask)).Insist(HttpStatusCode.OK);
        }

        return timings;
    }

    private static void Tell(Workbench bench, string label, Timings took)
    {
        bench.Say($"{label}: {took}");
        bench.Figures[label] = took.ToJson();
    }
}
