namespace GovPortal.Officials;

/// <summary>A unit of an agency: a division, an office, a centre under it.</summary>
public sealed record OrganizationUnit
{
    /// <summary>What other records call it by, in small letters and hyphens. Given once and kept when the unit is renamed.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    /// <summary><see cref="Key"/> of the unit above; null directly below the agency.</summary>
    public string? Under { get; init; }

    /// <summary>Its place among its neighbours, 0 to 9,999, lower first; equal ones by name.</summary>
    public int Order { get; init; }

    /// <summary>Functions and tasks: plain text, a line each.</summary>
    public string? Tasks { get; init; }

    public string? TasksEn { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Print of the Vietnamese words that the English ones were made from; null where there are none.</summary>
    public string? EnglishOf { get; init; }

    /// <summary>True when the Vietnamese changed after the English was written.</summary>
    public bool IsEnglishOlder() => EnglishOf is not null && EnglishOf != VietnamesePrint();

    /// <summary>The same unit, knowing what its English was made from.</summary>
    /// <param name="before">The version before; null for a new one.</param>
    /// <param name="isLookedThrough">Somebody has compared the English with the Vietnamese and found it right.</param>
    public OrganizationUnit WithEnglishSince(OrganizationUnit? before, bool isLookedThrough) =>
        this with { EnglishOf = EnglishSide.Of(VietnamesePrint(), English(), before?.English(), before?.EnglishOf, isLookedThrough) };

    private string VietnamesePrint() => EnglishSide.PrintOf(Name, Tasks);

    private string?[] English() => [NameEn, TasksEn];
}
