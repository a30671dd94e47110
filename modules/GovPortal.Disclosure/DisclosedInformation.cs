using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure;

/// <summary>Something an agency must make public (thông tin công khai): a budget of a year, a report of a quarter, a price list, a list of projects.</summary>
public sealed record DisclosedInformation
{
    /// <summary>At most <see cref="DisclosedInformationType.TitleLength"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the duty it fulfils, for example <c>du-toan</c>; see <see cref="Duties.DutyList"/>.</summary>
    public required string Section { get; init; }

    /// <summary>The year it tells of; null where it is bound to none.</summary>
    public int? Year { get; init; }

    /// <summary>Which part of the year; the whole of it where nothing else is said.</summary>
    public PeriodPart Part { get; init; }

    public string? Summary { get; init; }

    /// <summary>Number of the document that publishes it, for example <c>1520/QĐ-UBND</c>.</summary>
    public string? Decision { get; init; }

    /// <summary>The day of that document.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The day until which it had to be public, where it is another than the duty's.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The unit that answers for it.</summary>
    public string? Unit { get; init; }

    public IReadOnlyList<DisclosedFile> Files { get; init; } = [];

    public IReadOnlyList<DisclosedTable> Tables { get; init; } = [];
}

/// <param name="Url">Address of the file, absolute or below the site's root.</param>
public sealed record DisclosedFile(string Name, string Url);
