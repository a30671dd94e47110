namespace GovPortal.Search.Indexing;

/// <summary>Small numbers for every term that any entry carries, so that filters and counts compare numbers. Grows only; safe for all threads.</summary>
internal sealed class TermTable
{
    private const char Divider = '\u001F';

    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string Value), int> numbers = [];
    private volatile Entry[] entries = [];
    private int count;

    internal sealed record Entry(string Kind, string Value, string Label);

    /// <summary>The terms known so far, by number; longer than it need be.</summary>
    public (Entry[] Entries, int Count) Snapshot()
    {
        lock (gate)
        {
            return (entries, count);
        }
    }

    public static string Pack(string kind, string value, string label) => $"{kind}{Divider}{value}{Divider}{label}";

    public int NumberOf(string packed)
    {
        var parts = packed.Split(Divider, 3);
        lock (gate)
        {
            if (!numbers.TryGetValue((parts[0], parts[1]), out var number))
            {
                number = count++;
                numbers.Add((parts[0], parts[1]), number);
                Grow();
            }

            // A label that was changed since wins over the one before.
            entries[number] = new Entry(parts[0], parts[1], parts[2]);
            return number;
        }
    }

    /// <summary>The number of a term; -1 when no entry ever carried it.</summary>
    public int Find(string kind, string value)
    {
        lock (gate)
        {
            return numbers.GetValueOrDefault((kind, value), -1);
        }
    }

    private void Grow()
    {
        if (count <= entries.Length)
        {
            return;
        }

        var longer = new Entry[Math.Max(256, entries.Length * 2)];
        entries.CopyTo(longer, 0);
        entries = longer;
    }
}
