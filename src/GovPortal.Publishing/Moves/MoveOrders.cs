namespace GovPortal.Publishing.Moves;

/// <summary>Agencies that become part of another.</summary>
/// <param name="From">Names of their sites.</param>
/// <param name="Into">Name of the site of the one they become part of; an existing one, which may be among <paramref name="From"/>'s neighbours but not among them.</param>
/// <param name="On">First day on which they work no more.</param>
public sealed record MergeOrder(IReadOnlyList<string> From, string Into, DateOnly On)
{
    /// <summary>The decision, as readers see it; null where none is named.</summary>
    public string? Decision { get; init; }

    /// <summary>True leads readers of the old sites on; false shows what is left there under a notice.</summary>
    public bool LeadsOn { get; init; }
}

/// <summary>An agency that ends, with those that take over; nothing is handed over.</summary>
/// <param name="Successors">Names of sites; empty where nobody takes over.</param>
public sealed record CloseOrder(string Name, IReadOnlyList<string> Successors, DateOnly On)
{
    public string? Decision { get; init; }

    public bool LeadsOn { get; init; }
}

/// <summary>What a site is called from now on; null leaves it as it is.</summary>
public sealed record RenameOrder(string Name)
{
    public string? NewName { get; init; }
    public string? Title { get; init; }

    /// <summary>Empty takes the host name away.</summary>
    public string? Host { get; init; }
}

/// <summary>What a merger does, counted beforehand.</summary>
/// <param name="Sites">One for each site that gives.</param>
public sealed record MergePreview(IReadOnlyList<GivenSite> Sites)
{
    public int Items => Sites.Sum(site => site.Items);
}

/// <param name="Name">Of the site that gives.</param>
/// <param name="Items">What goes over, with all versions.</param>
/// <param name="Known">What stays because the other site has one of the same code; its address leads there.</param>
/// <param name="Renamed">What gets another address, because the other site has its own there.</param>
/// <param name="Pages">Standing pages, which stay: they tell of the old agency.</param>
/// <param name="Files">Files that go along as further names of the same bytes.</param>
/// <param name="People">Roles that are given on the other site.</param>
/// <param name="Children">Sites below it, which come to stand below the other one.</param>
public sealed record GivenSite(string Name, int Items, int Known, int Renamed, int Pages, int Files, int People, int Children);
