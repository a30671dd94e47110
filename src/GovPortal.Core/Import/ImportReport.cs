namespace GovPortal.Core.Import;

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

    /// <summary>Why the run ended before the end of the file; null when it did not.</summary>
    public string? Stopped { get; set; }

    public List<RefusedLine> Refusals { get; } = [];
    public List<UnplacedLine> UnplacedRecords { get; } = [];
    public List<ImportNote> Remarks { get; } = [];

    /// <summary>How many records each site received.</summary>
    public SortedDictionary<string, int> Sites { get; } = new(StringComparer.Ordinal);
}

/// <param name="Value">At most 80 characters of what was given.</param>
/// <param name="Reason">What is wrong and what to do, in the language of the command.</param>
public sealed record RefusedLine(int Line, string? Field, string? Value, string Code, string Reason);

public sealed record UnplacedLine(int Line, string Key, string Title, IReadOnlyList<string> Agencies);

public sealed record ImportNote(int Line, string Key, string Remark);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(int Records, long BytesRead, long BytesInAll);
