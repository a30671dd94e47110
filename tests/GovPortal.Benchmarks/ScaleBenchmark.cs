using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Scale;

namespace GovPortal.Benchmarks;

/// <summary>Whether many sites, or many items of one site, make anything slower for those who visit one page.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    private const string Sites = "sites";
    private const string Items = "items";

    public string Name => "scale";

    public string Describes => "10, 1,000 and 10,000 sites; 10,000 and 1,000,000 items of one site";

    public IReadOnlyList<string> Parts => [Sites, Items];

    public async Task RunAsync(Workbench bench)
    {
        if (bench.Choice.Wants(Sites))
        {
            await new ManySites(bench).RunAsync();
        }

        if (bench.Choice.Wants(Items))
        {
            await new ManyItems(bench).RunAsync();
        }
    }
}
