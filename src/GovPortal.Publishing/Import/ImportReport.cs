namespace GovPortal.Publishing.Import;

/// <summary>What became of every line: taken in, refused or unplaced. The counts add up to the lines that hold something.</summary>
public sealed class ImportReport
{
    public required string What { get; init; }
    public required string File { get; init; }
    public bool IsDryRun { get; init; }

    /// <summary>Lines that are not empty.</summary>
    public int Records { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Refused => Refusals.Select(r => r.Line).Distinct().Count();
    public int Unplaced => UnplacedRecords.Count;

    /// <summary>Records whose source changed a field that people changed here too; those fields stand as they were.</summary>
    public int Kept => KeptFields.Select(k => k.Line).Distinct().Count();

    /// <summary>Records of a day to come: nobody sees them before it.</summary>
    public int Scheduled { get; set; }

    /// <summary>Why the run ended before the end of the file; null when it did not.</summary>
    public string? Stopped { get; set; }

    /// <summary>True when the file holds no records at all but something else, which <see cref="Stopped"/> names; nothing was done.</summary>
    public bool IsWrongFile { get; set; }

    /// <summary>What is odd about the whole file, each said once.</summary>
    public List<string> Notes { get; } = [];

    public List<KeptLine> KeptFields { get; } = [];

    public List<RefusedLine> Refusals { get; } = [];
    public List<UnplacedLine> UnplacedRecords { get; } = [];
    public List<ImportNote> Remarks { get; } = [];

    /// <summary>Old addresses and where readers are led from there now.</summary>
    public List<RedirectedAddress> Redirects { get; } = [];

    /// <summary>How many records each site received.</summary>
    public SortedDictionary<string, int> Sites { get; } = new(StringComparer.Ordinal);
}

/// <param name="Value">At most 80 characters of what was given.</param>
/// <param name="Reason">What is wrong and what to do, in the language of the command.</param>
public sealed record RefusedLine(int Line, string? Field, string? Value, string Code, string Reason);

public sealed record UnplacedLine(int Line, string Key, string Title, IReadOnlyList<string> Agencies);

/// <param name="Ours">What stands here: at most 80 characters from where the two part.</param>
/// <param name="Theirs">What the source says there.</param>
public sealed record KeptLine(int Line, string Key, string Field, string Ours, string Theirs);

/// <param name="From">Path and query at the old site.</param>
/// <param name="To">Below the root of the site here.</param>
public sealed record RedirectedAddress(string From, string To);

public sealed record ImportNote(int Line, string Key, string Remark);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(int Records, long BytesRead, long BytesInAll);
