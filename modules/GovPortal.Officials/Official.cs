namespace GovPortal.Officials;

/// <summary>A leader or officer of an agency with the posts they hold and held, as the public may know them.</summary>
public sealed record Official
{
    /// <summary>Full name, family name first.</summary>
    public required string Name { get; init; }

    /// <summary>Present posts and those before; the first that is held now is the main one.</summary>
    public IReadOnlyList<HeldPost> Posts { get; init; } = [];

    /// <summary>One of the agency's leaders, who stand first and receive citizens.</summary>
    public bool IsLeader { get; init; }

    /// <summary>Gives information to who asks for it (Luật Tiếp cận thông tin 104/2016/QH13, Điều 19).</summary>
    public bool IsInformationOfficer { get; init; }

    /// <summary>Speaks for the agency to the press.</summary>
    public bool IsSpokesperson { get; init; }

    /// <summary>Place among neighbours, 0 to 9,999, lower first; equal ones by name.</summary>
    public int Order { get; init; }

    /// <summary>Telephone of the office.</summary>
    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    /// <summary>Address below the site's root.</summary>
    public string? Picture { get; init; }

    public string? PictureAlt { get; init; }

    /// <summary>When and where they receive citizens: plain text with its lines.</summary>
    public string? Reception { get; init; }

    public string? ReceptionEn { get; init; }

    /// <summary>Fields of work: plain text with its lines.</summary>
    public string? Duties { get; init; }

    public string? DutiesEn { get; init; }

    /// <summary>Print of the Vietnamese words that the English ones were made from; null where there are none.</summary>
    public string? EnglishOf { get; init; }

    /// <summary>True when the Vietnamese changed after the English was written.</summary>
    public bool IsEnglishOlder() => EnglishOf is not null && EnglishOf != VietnamesePrint();

    /// <summary>The same person, knowing what the English words were made from.</summary>
    /// <param name="before">The version before; null for a new one.</param>
    /// <param name="isLookedThrough">Somebody has compared the English with the Vietnamese and found it right.</param>
    public Official WithEnglishSince(Official? before, bool isLookedThrough) =>
        this with { EnglishOf = EnglishSide.Of(VietnamesePrint(), English(), before?.English(), before?.EnglishOf, isLookedThrough) };

    private string VietnamesePrint() => EnglishSide.PrintOf([.. Posts.Select(held => held.Post), Reception, Duties]);

    private string?[] English() => [.. Posts.Select(held => held.PostEn), ReceptionEn, DutiesEn];
}
