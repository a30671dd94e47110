using System.Globalization;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks;

/// <summary>Runs one benchmark by name, or one of the child processes a benchmark starts.</summary>
internal static class Program
{
    private const int WrongUse = 2;

    private static readonly IBenchmark[] all =
        [new PageBenchmark(), new SearchBenchmark(), new ProvisionBenchmark(), new ImportBenchmark(), new ScaleBenchmark(), new StartBenchmark()];

    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return args switch
        {
            [BaselineServer.Verb, var url, .. var files] => await BaselineServer.RunAsync(url, files),
            [HttpLoop.Verb, var url, var connections, var seconds] => await HttpLoop.RunAsync(url, int.Parse(connections, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture)),
            [var name] when Find(name) is { } chosen => await RunAsync(chosen, isSmall: false),
            [var name, "--small"] when Find(name) is { } chosen => await RunAsync(chosen, isSmall: true),
            _ => Refuse(args),
        };
    }

    private static IBenchmark? Find(string name) => all.SingleOrDefault(b => b.Name == name);

    private static async Task<int> RunAsync(IBenchmark benchmark, bool isSmall)
    {
        using var bench = new Workbench(benchmark.Name, isSmall);
        await benchmark.RunAsync(bench);
        bench.Finish();
        return 0;
    }

    private static int Refuse(string[] args)
    {
        Console.Error.WriteLine(args.Length == 0 ? "Say which benchmark to run." : $"“{string.Join(' ', args)}” is no benchmark.");
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/GovPortal.Benchmarks -- NAME [--small]");
        foreach (var benchmark in all)
        {
            Console.Error.WriteLine($"  {benchmark.Name,-10} {benchmark.Describes}");
        }

        return WrongUse;
    }
}

/// <summary>One thing that is measured.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Describes { get; }

    Task RunAsync(Workbench bench);
}
