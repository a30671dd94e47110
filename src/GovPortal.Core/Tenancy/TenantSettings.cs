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

    /// <summary>Picture shown where a page without one of its own is shared, below the site's root.</summary>
    public string? SharePicture { get; init; }

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

    /// <summary>Links at the foot of every page; a line with children is the heading of a group.</summary>
    public IReadOnlyList<MenuEntry> FooterMenu { get; init; } = [];

    /// <summary>Both menus as the recipe set them; null while nobody at the desk has changed them.</summary>
    public SiteMenus? MenusOfRecipe { get; init; }

    /// <summary>Both menus before they were last set back to the recipe's; null when nobody has, or a menu was saved since.</summary>
    public SiteMenus? MenusBeforeReset { get; init; }

    /// <summary>Names of home page sections in their order; empty shows every section the site's modules offer.</summary>
    public IReadOnlyList<string> HomeSections { get; init; } = [];

    /// <summary>How many items a home page section shows, by its name; a section that is missing shows its usual number.</summary>
    public IReadOnlyDictionary<string, int> HomeCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>Pictures with a link on the home page, in their order.</summary>
    public IReadOnlyList<HomeBanner> HomeBanners { get; init; } = [];

    /// <summary>Standing pages in their order, each with the page above it. A page that is missing stands at the end of the top level.</summary>
    public IReadOnlyList<PagePlace> PageTree { get; init; } = [];

    /// <summary>What the site calls the categories of its news, in their order. A category that is missing is called what its items say.</summary>
    public IReadOnlyList<TermName> Categories { get; init; } = [];

    /// <summary>What the site calls the fields of its procedures and legal documents, in their order; the same holds.</summary>
    public IReadOnlyList<TermName> Fields { get; init; } = [];

    /// <summary>What people of this place look for most: shown as large links on the home page.</summary>
    public IReadOnlyList<CommonTask> CommonTasks { get; init; } = [];

    /// <summary>That the agency ended, when and who came after it; null while it works.</summary>
    public SiteClosing? Closing { get; init; }

    /// <summary>Names the site had before; addresses with them lead to the present one.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Host names the site had before; addresses with them lead to the present one.</summary>
    public IReadOnlyList<string> FormerHosts { get; init; } = [];
}

/// <summary>A line of the site's menu.</summary>
/// <param name="Url">Below the site's root (<c>/tin-tuc</c>) or absolute (<c>https://…</c>).</param>
public sealed record MenuEntry(string Label, string Url, string? LabelEn = null)
{
    public IReadOnlyList<MenuEntry> Children { get; init; } = [];

    /// <summary>Kept at the desk, shown to nobody; its children neither.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>The two menus of a site.</summary>
public sealed record SiteMenus(IReadOnlyList<MenuEntry> Main, IReadOnlyList<MenuEntry> Footer);

/// <summary>A picture on the home page that leads somewhere.</summary>
/// <param name="Picture">Address of the picture below the site's root.</param>
/// <param name="Alt">What the picture says, for those who do not see it.</param>
/// <param name="Url">Below the site's root or absolute; null where it leads nowhere.</param>
/// <param name="From">First day it is shown; null since ever.</param>
/// <param name="Until">Last day it is shown; null for good.</param>
public sealed record HomeBanner(string Picture, string Alt, string? AltEn = null, string? Url = null, DateOnly? From = null, DateOnly? Until = null)
{
    public bool IsShownOn(DateOnly day) => !(day < From) && !(day > Until);

    public string AltIn(string language) => language == "en" && !string.IsNullOrEmpty(AltEn) ? AltEn : Alt;
}

/// <summary>Where a standing page stands among the others. Kept beside the pages, so that moving one writes no version and needs no approval of its text.</summary>
/// <param name="Id">Number of the page's item; its address may change.</param>
/// <param name="Under">Number of the page above it; null at the top.</param>
public sealed record PagePlace(long Id, long? Under = null);

/// <summary>What a site calls a category or field. Items keep the value they were saved with; what it is called, and what was merged into it, stands here.</summary>
/// <param name="Value">Last part of its address; never changes.</param>
public sealed record TermName(string Value, string Label)
{
    /// <summary>Those that were merged into this one, as they were called; none of them has any itself.</summary>
    public IReadOnlyList<TermName> Merged { get; init; } = [];
}

/// <summary>A link that answers a common need.</summary>
/// <param name="Icon">Name of an icon of the theme, for example <c>birth</c>.</param>
public sealed record CommonTask(string Label, string Url, string Icon, string? LabelEn = null);
