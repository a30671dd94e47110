using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace GovPortal.Search.Indexing;

/// <summary>The index as it stood at one moment, for as long as a search needs it.</summary>
internal sealed class IndexView : IndexSearcher
{
    // A few hundred bytes each.
    private const int MostKnown = 20_000;

    private readonly Lazy<Showing.Vocabulary> vocabulary;
    private int known;

    private readonly Lazy<Asking.Sayings<AnsweringEntry>> answers;
    private readonly Lazy<IReadOnlyDictionary<(int Segment, int Entry), string>> replaced;

    private IndexView(IndexReader reader, IReadOnlyList<SegmentColumns> columns, TermTable terms) : base(reader)
    {
        Terms = terms;
        Segments = [.. reader.Leaves.Zip(columns, (leaf, column) => new Segment(leaf, column))];
        NamesOfLevels = [.. columns.SelectMany(column => column.NamesOfLevels)];
        vocabulary = new(() => new Showing.Vocabulary(this));
        answers = new(() => AnsweringEntries.Read(this));
        replaced = new(() => ReplacedEntries.Read(this));
        foreach (var zone in Zone.All)
        {
            var filled = columns.Sum(column => (long)column.FilledZones[zone.Number]);
            AverageLengths[zone.Number] = filled == 0 ? 1 : (float)columns.Sum(column => column.TotalLengths[zone.Number]) / filled;
        }
    }

    internal readonly record struct Segment(AtomicReaderContext Context, SegmentColumns Columns)
    {
        public AtomicReader Reader => (AtomicReader)Context.Reader;

        public IEnumerable<long> LiveIds()
        {
            var (ids, live) = (Columns.Ids, Reader.LiveDocs);
            return ids.Where((_, entry) => live is null || live.Get(entry));
        }
    }

    public TermTable Terms { get; }

    public Segment[] Segments { get; }

    public float[] AverageLengths { get; } = new float[Zone.All.Length];

    /// <summary>Numbers of the names that stand at several levels, as their titles say: a few hundred of a whole catalogue.</summary>
    public HashSet<long> NamesOfLevels { get; }

    /// <summary>Terms that were looked for in this view, and where they stand; null where they stand nowhere. Most questions use the same few thousand words.</summary>
    internal ConcurrentDictionary<(string Field, string Text), Ranking.FoundTerm?> KnownTerms { get; } = new();

    /// <summary>The words of all titles, read on first use.</summary>
    public Showing.Vocabulary Vocabulary => vocabulary.Value;

    /// <summary>Remembers a term. What strangers make up may push out what others ask for, but takes no more room.</summary>
    internal void Know(string field, string text, Ranking.FoundTerm? term)
    {
        if (Interlocked.Increment(ref known) > MostKnown)
        {
            Interlocked.Exchange(ref known, 1);
            KnownTerms.Clear();
        }

        KnownTerms[(field, text)] = term;
    }

    /// <summary>What entries say that they answer before all others, read on first use.</summary>
    public Asking.Sayings<AnsweringEntry> Answers => answers.Value;

    /// <summary>Documents that others put out of force, read on first use.</summary>
    public IReadOnlyDictionary<(int Segment, int Entry), string> Replaced => replaced.Value;

    /// <summary>Makes views, reading each segment's columns once however many views share it.</summary>
    internal sealed class Factory(TermTable terms) : SearcherFactory
    {
        private readonly ConditionalWeakTable<object, SegmentColumns> columns = [];

        public override IndexSearcher NewSearcher(IndexReader reader) =>
            new IndexView(reader, [.. reader.Leaves.Select(leaf => ColumnsOf((AtomicReader)leaf.Reader))], terms);

        private SegmentColumns ColumnsOf(AtomicReader reader) =>
            columns.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader, terms));
    }
}
