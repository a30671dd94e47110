namespace GovPortal.Publishing.Checking;

/// <summary>Compares one part of the installation with the others. A module that keeps something derived has one of its own.</summary>
public interface IInstallationCheck
{
    /// <summary>What it looks at: <c>database</c>, <c>content</c>, <c>media</c>, <c>index</c>.</summary>
    string Part { get; }

    /// <summary>Finds what differs, and mends what is derived where the run asks for it.</summary>
    Task CheckAsync(CheckRun run, CancellationToken ct);
}

/// <summary>One look through the installation: what was looked at, and what differs.</summary>
/// <param name="isMending">What is derived is to be made anew.</param>
public sealed class CheckRun(bool isMending, IProgress<string>? progress = null)
{
    private readonly List<Difference> differences = [];
    private readonly SortedDictionary<string, long> looked = new(StringComparer.Ordinal);

    public bool IsMending => isMending;

    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>How many of each were looked at.</summary>
    public IReadOnlyDictionary<string, long> Looked => looked;

    /// <summary>True where nothing differs, or all that did is mended.</summary>
    public bool IsClean => differences.All(difference => difference.IsMended);

    public void Add(Difference difference) => differences.Add(difference);

    public void Count(string what, long number) => looked[what] = looked.GetValueOrDefault(what) + number;

    /// <summary>Tells who waits what is being looked at.</summary>
    public void Tell(string what) => progress?.Report(what);
}

/// <summary>Something is not as another part of the installation says.</summary>
/// <param name="Part">See <see cref="IInstallationCheck.Part"/>.</param>
/// <param name="What"><c>missing</c>, <c>damaged</c>, <c>superfluous</c> or <c>different</c>.</param>
/// <param name="Name">Which one: a table, a site and file, an item.</param>
/// <param name="Detail">In words, with what is to be done where it cannot be mended.</param>
public sealed record Difference(string Part, string What, string Name, string Detail)
{
    /// <summary>True where it was made anew.</summary>
    public bool IsMended { get; init; }
}
