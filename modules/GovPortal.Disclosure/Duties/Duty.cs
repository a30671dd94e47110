using GovPortal.Core.Tenancy;

namespace GovPortal.Disclosure.Duties;

/// <summary>Something the law wants public, as data: what, by which rule, how often and how soon.</summary>
public sealed record Duty
{
    /// <summary>Stable name in addresses and records, for example <c>quyet-toan</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Which of the law's groups it belongs to, by its key.</summary>
    public required string Group { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The rule, for example “Luật Tiếp cận thông tin 2016, Điều 17”.</summary>
    public required string Citation { get; init; }

    /// <summary>Parts of a year that each need an item; empty where it is published as it comes up.</summary>
    public IReadOnlyList<PeriodPart> Parts { get; init; } = [];

    /// <summary>How long after the end of a part, or after its beginning where <see cref="IsDueFromStart"/>; null where the rule names no time.</summary>
    public int? DueDays { get; init; }

    /// <summary>True where the days are working days.</summary>
    public bool IsInWorkingDays { get; init; }

    /// <summary>True for what is published for a time to come, such as a budget.</summary>
    public bool IsDueFromStart { get; init; }

    /// <summary>Months after which the newest item is too old; null where nothing ages.</summary>
    public int? MostMonths { get; init; }

    /// <summary>False for what only some agencies have: nothing is missing where nothing is.</summary>
    public bool IsForAll { get; init; } = true;

    /// <summary>Kinds of agencies that have it; all where empty.</summary>
    public IReadOnlyList<SiteKind> Kinds { get; init; } = [];

    /// <summary>The content type that shows it, where it is not disclosed information: <c>document</c>, <c>procedure</c>, <c>page</c>.</summary>
    public string? ShownAs { get; init; }

    /// <summary>Which item of that type; all of them where null.</summary>
    public string? Slug { get; init; }

    /// <summary>False where the time limit was not read in its source and an administrator should look.</summary>
    public bool IsConfirmed { get; init; }
}

/// <summary>One of the groups into which the law sorts what must be public.</summary>
public sealed record DutyGroup(string Key, string Name, string NameEn, string Citation);

/// <summary>Duties that hold together from a day on.</summary>
/// <param name="Until">The last day; null while they hold.</param>
public sealed record DutyPack(string Citation, DateOnly From, DateOnly? Until, IReadOnlyList<DutyGroup> Groups, IReadOnlyList<Duty> Duties)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    public Duty? Find(string? key) => Duties.FirstOrDefault(duty => duty.Key == key);
}
