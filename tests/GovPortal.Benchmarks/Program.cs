using System.Globalization;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks;

/// <summary>Runs one benchmark by name, or one of the child processes a benchmark starts.</summary>
internal static class Program
{
    private const int WrongUse = 2;

    private static readonly IBenchmark[] all =
        [new PageBenchmark(), new SearchBenchmark(), new RelevanceBenchmark(), new ProvisionBenchmark(), new ImportBenchmark(), new ScaleBenchmark(), new StartBenchmark(), new PhoneBenchmark(), new DeskBenchmark(), new OneStopBenchmark(), new DurabilityBenchmark(), new CatalogueBenchmark(), new AbbreviationCandidates(), new IndexBenchmark()];

    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return args switch
        {
            [BaselineServer.Verb, var url] => await BaselineServer.RunAsync(url, answer: null),
            [BaselineServer.Verb, var url, var answer] => await BaselineServer.RunAsync(url, answer),
            [HttpLoop.Verb, var order] => await HttpLoop.RunAsync(order),
            [var name, .. var words] when all.SingleOrDefault(b => b.Name == name) is { } chosen && Choice.Read(words, chosen.Parts) is { } choice => await RunAsync(chosen, choice),
            _ => Refuse(args),
        };
    }

    private static async Task<int> RunAsync(IBenchmark benchmark, Choice choice)
    {
        using var bench = new Workbench(benchmark.Name, choice);
        await benchmark.RunAsync(bench);
        bench.Finish();
        return 0;
    }

    private static int Refuse(string[] args)
    {
        Console.Error.WriteLine(args.Length == 0 ? "Say which benchmark to run." : $"“{string.Join(' ', args)}” is no benchmark.");
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/GovPortal.Benchmarks -- NAME [PART ...] [--small] [--no-doc]");
        foreach (var benchmark in all)
        {
            Console.Error.WriteLine($"  {benchmark.Name,-14} {benchmark.Describes}{(benchmark.Parts.Count > 0 ? $" (parts: {string.Join(", ", benchmark.Parts)})" : "")}");
        }

        return WrongUse;
    }
}

/// <summary>One thing that is measured.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Describes { get; }

    /// <summary>What can be measured by itself; empty when it is one piece.</summary>
    IReadOnlyList<string> Parts => [];

    Task RunAsync(Workbench bench);
}
