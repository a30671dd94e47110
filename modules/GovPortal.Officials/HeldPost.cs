namespace GovPortal.Officials;

/// <summary>A post that somebody holds or held.</summary>
public sealed record HeldPost
{
    /// <summary>For example “Trưởng phòng”.</summary>
    public required string Post { get; init; }

    public string? PostEn { get; init; }

    /// <summary><see cref="OrganizationUnit.Key"/> of the unit; null in the leadership of the agency itself.</summary>
    public string? Unit { get; init; }

    /// <summary>What the unit was called when this was written; null with <see cref="Unit"/>.</summary>
    public string? UnitName { get; init; }

    /// <summary>First day; null where it is not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null while it is held.</summary>
    public DateOnly? Until { get; init; }

    public bool IsHeldOn(DateOnly day) => !(day < From) && !(day > Until);

    public string PostIn(bool isEnglish) => isEnglish && PostEn is not null ? PostEn : Post;
}
