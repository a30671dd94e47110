using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks.Pages;

/// <summary>Asks the host and a plain server for the same, in turns.</summary>
internal sealed class SideBySide(Workbench bench, ChildProcess host)
{
    // Dates in heads may differ, wrk counts whole answers only now and then, and a page that is sent while it is made travels in many small pieces, each with its length.
    private const double MostDifference = 0.05;

    private int number;

    /// <returns>Null when the host cannot answer this way, as 304 without an ETag.</returns>
    public async Task<Comparison?> RunAsync(string page, string path, string asked)
    {
        if (await HeadersAsync(path, asked) is not { } headers)
        {
            bench.Say($"{page} {asked}: the host gives no ETag");
            return null;
        }

        var answer = await RecordedAnswer.AskAsync(host.Address, path, headers);
        await using var plain = ChildProcess.StartBaseline(answer.Write(Path.Combine(bench.Folder, $"answer-{number++}.json")));
        await plain.ListeningAsync();
        answer.InsistOn(await RecordedAnswer.AskAsync(plain.Address, path, headers));
        LoadOrder Order(ChildProcess server, double seconds) => new(server.Address, [path], headers, seconds);

        if (!bench.IsSmall)
        {
            await Load.RunAsync(Order(plain, 3), bench.Folder);
            await Load.RunAsync(Order(host, 4), bench.Folder);
        }

        var rounds = new List<Round>();
        for (var round = 0; round < bench.Choose(1, 7); round++)
        {
            var (theirs, theirCpu) = await MeasureAsync(plain, Order(plain, bench.Choose(0.5, 3.0)));
            var (own, ownCpu) = await MeasureAsync(host, Order(host, bench.Choose(0.5, 3.0)));
            if (Math.Abs((own.BytesEach / theirs.BytesEach) - 1) > MostDifference)
            {
                throw new InvalidOperationException($"{page} {asked}: {own.BytesEach:0} bytes an answer, {theirs.BytesEach:0} from the plain server.");
            }

            rounds.Add(new Round(own, ownCpu, theirs, theirCpu));
        }

        var found = new Comparison(page, asked, answer, rounds);
        bench.Say(found.ToString());
        return found;
    }

    private async Task<(LoadResult Load, double CpuMs)> MeasureAsync(ChildProcess server, LoadOrder order)
    {
        var before = server.ProcessorTime;
        var load = await Load.RunAsync(order, bench.Folder);
        var cpu = (server.ProcessorTime - before).TotalMilliseconds / load.Requests;

        // The load leaves while pages are still being made for it; they must not be paid for by who is measured next.
        await server.SettleAsync();
        return load switch
        {
            { Failures: > 0 } => throw new InvalidOperationException($"{order.Paths[0]}: {load.Failures} of {load.Requests} requests failed."),

            // On a crowded machine a second may pass without an answer.
            { Requests: 0 } => await MeasureAsync(server, order with { Seconds = order.Seconds * 2 }),
            _ => (load, cpu),
        };
    }

    private async Task<IReadOnlyDictionary<string, string>?> HeadersAsync(string path, string asked)
    {
        if (asked != "304")
        {
            return asked == "br" ? Reader.Headers : Reader.HeadersForPlain;
        }

        var etag = (await RecordedAnswer.AskAsync(host.Address, path, Reader.Headers)).Find("ETag");
        return etag is null ? null : Reader.HeadersFor(etag);
    }
}
