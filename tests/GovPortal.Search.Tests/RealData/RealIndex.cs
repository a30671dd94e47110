using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Tests.RealData;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(RealIndex))]

namespace GovPortal.Search.Tests.RealData;

/// <summary>The whole catalogue of procedures and all documents in one index, built on first use; empty where the data is not at hand.</summary>
public sealed class RealIndex : IDisposable
{
    public const string Missing = "The real data is not at hand: set GOVPORTAL_SHARED or put it into ../shared/data.";

    private readonly string folder = Directory.CreateTempSubdirectory("govportal-real-").FullName;
    private readonly Lazy<SearchIndex> index;

    public RealIndex() => index = new(Build);

    public static bool IsAtHand => RealEntries.Folder is not null;

    internal IFinder Finder => new LuceneFinder(index.Value, _ => true, NullLogger<LuceneFinder>.Instance);

    public void Dispose()
    {
        if (index.IsValueCreated)
        {
            index.Value.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private SearchIndex Build()
    {
        var built = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        built.Apply(RealEntries.Procedures().Concat(RealEntries.Documents()).Select(entry => new IndexChange.Put(entry)));
        built.Refresh();
        return built;
    }
}
