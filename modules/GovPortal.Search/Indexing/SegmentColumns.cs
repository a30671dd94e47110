using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace GovPortal.Search.Indexing;

/// <summary>What ranking, filtering and counting need of every entry of one segment, as plain arrays. A segment never changes, so neither do they.</summary>
internal sealed class SegmentColumns
{
    /// <summary>Entries whose shown texts are remembered; a few hundred bytes each.</summary>
    public const int MostShown = 20_000;

    private readonly int[] termStarts;
    private readonly int[] terms;

    public SegmentColumns(AtomicReader reader, TermTable table)
    {
        var count = reader.MaxDoc;
        Tenants = [.. Read(reader, FieldName.Tenant, count).Select(value => (int)value)];
        Published = Read(reader, FieldName.Published, count);
        Ids = Read(reader, FieldName.Id, count);
        CodeOrders = Read(reader, FieldName.CodeOrder, count);
        TitleHashes = Read(reader, FieldName.TitleHash, count);
        Levels = [.. Read(reader, FieldName.Level, count).Select(value => (Level)value)];
        NamedLevels = [.. Read(reader, FieldName.NamedLevel, count).Select(value => (Level)value)];
        NamesOfLevels = [.. TitleHashes.Where((_, entry) => NamedLevels[entry] != Level.None).Distinct()];
        Kinds = [.. Read(reader, FieldName.Kind, count).Select(value => (DocumentKind)value)];
        Again = [.. Read(reader, FieldName.Again, count).Select(value => value == 1)];
        Lengths = [.. Zone.All.Select(zone => Read(reader, zone.Length, count).Select(value => (int)value).ToArray())];
        TotalLengths = [.. Lengths.Select(lengths => lengths.Sum(length => (long)length))];
        FilledZones = [.. Lengths.Select(lengths => lengths.Count(length => length > 0))];
        (termStarts, terms) = ReadTerms(reader, table, count);
    }

    /// <summary>What was shown of entries before: the same few thousand are found again and again, and each lies in a block of others.</summary>
    public ConcurrentDictionary<int, Showing.ShownEntry> Shown { get; } = new();

    public int[] Tenants { get; }

    public long[] Published { get; }

    public long[] Ids { get; }

    public long[] CodeOrders { get; }

    public long[] TitleHashes { get; }

    public Level[] Levels { get; }

    /// <summary>The level that the title itself says.</summary>
    public Level[] NamedLevels { get; }

    /// <summary>Numbers of the names whose titles say a level somewhere in the segment.</summary>
    public long[] NamesOfLevels { get; }

    public DocumentKind[] Kinds { get; }

    public bool[] Again { get; }

    /// <summary>Words by zone and entry.</summary>
    public int[][] Lengths { get; }

    public long[] TotalLengths { get; }

    /// <summary>How many entries have anything in the zone.</summary>
    public int[] FilledZones { get; }

    public ReadOnlySpan<int> TermsOf(int entry) => terms.AsSpan(termStarts[entry], termStarts[entry + 1] - termStarts[entry]);

    private static long[] Read(AtomicReader reader, string field, int count)
    {
        var column = new long[count];
        var values = reader.GetNumericDocValues(field);
        for (var entry = 0; values is not null && entry < count; entry++)
        {
            column[entry] = values.Get(entry);
        }

        return column;
    }

    private static (int[] Starts, int[] Terms) ReadTerms(AtomicReader reader, TermTable table, int count)
    {
        var starts = new int[count + 1];
        var terms = new List<int>(count * 4);
        if (reader.GetSortedSetDocValues(FieldName.Terms) is not { } values)
        {
            return (starts, []);
        }

        var numbers = NumberTerms(values, table);
        for (var entry = 0; entry < count; entry++)
        {
            values.SetDocument(entry);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                terms.Add(numbers[ordinal]);
            }

            starts[entry + 1] = terms.Count;
        }

        return (starts, [.. terms]);
    }

    private static int[] NumberTerms(SortedSetDocValues values, TermTable table)
    {
        var numbers = new int[values.ValueCount];
        var packed = new BytesRef();
        for (var ordinal = 0L; ordinal < numbers.Length; ordinal++)
        {
            values.LookupOrd(ordinal, packed);
            numbers[ordinal] = table.NumberOf(packed.Utf8ToString());
        }

        return numbers;
    }
}
