namespace GovPortal.Core.Tenancy;

/// <summary>What an administrator sets about a site without touching its content. Every text may be empty; pages then leave it out.</summary>
public sealed record TenantSettings
{
    public string? Slogan { get; init; }
    public string? SloganEn { get; init; }
    public string? Address { get; init; }
    public string? AddressEn { get; init; }
    public string? Phone { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }
    public string? WorkingHours { get; init; }
    public string? WorkingHoursEn { get; init; }

    /// <summary>Name and post of the officer who answers for the site's content.</summary>
    public string? ResponsibleOfficer { get; init; }
    public string? ResponsibleOfficerEn { get; init; }

    /// <summary>Address of the logo, relative to the site or absolute; null shows the theme's emblem.</summary>
    public string? Logo { get; init; }

    /// <summary>Wide picture behind the search box of the home page.</summary>
    public string? Banner { get; init; }

    /// <summary>Main colour, <c>#rrggbb</c>; white text must reach 4.5 to 1 on it.</summary>
    public string PrimaryColour { get; init; } = "#0b4f8a";

    /// <summary>Colour of marks and highlights, <c>#rrggbb</c>; must reach 4.5 to 1 on white.</summary>
    public string AccentColour { get; init; } = "#b3261e";

    /// <summary>Whoever wrote a text cannot approve it, as soon as somebody else on the site could.</summary>
    public bool HasFourEyes { get; init; } = true;

    /// <summary>Languages a reader may choose; Vietnamese always comes first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["vi", "en"];

    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>Names of home page sections in their order; empty shows every section the site's modules offer.</summary>
    public IReadOnlyList<string> HomeSections { get; init; } = [];

    /// <summary>What people of this place look for most: shown as large links on the home page.</summary>
    public IReadOnlyList<CommonTask> CommonTasks { get; init; } = [];
}

/// <summary>A line of the site's menu.</summary>
/// <param name="Url">Below the site's root (<c>/tin-tuc</c>) or absolute (<c>https://…</c>).</param>
public sealed record MenuEntry(string Label, string Url, string? LabelEn = null)
{
    public IReadOnlyList<MenuEntry> Children { get; init; } = [];
}

/// <summary>A link that answers a common need.</summary>
/// <param name="Icon">Name of an icon of the theme, for example <c>birth</c>.</param>
public sealed record CommonTask(string Label, string Url, string Icon, string? LabelEn = null);
