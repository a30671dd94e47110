namespace GovPortal.Core.Modules;

/// <summary>The parts of the desk's menu, in the order in which they stand.</summary>
public enum DeskMenuGroup
{
    Content,

    /// <summary>What citizens bring: questions, dossiers.</summary>
    Citizens,
    Structure,
    System,
}

/// <summary>A line that a module brings to the menu of the desk. Shown on sites that have the module on, to those who may.</summary>
/// <param name="Name">What a page calls itself (<c>ViewData["Side"]</c>) so that its line is marked.</param>
/// <param name="Path">Below the site, with a leading slash; lines of several modules with one path are one line.</param>
/// <param name="Label">Key of its text.</param>
/// <param name="Icon">A name that the desk's theme has a picture of.</param>
/// <param name="Permission">Who sees it; see <see cref="Security.Permission"/>.</param>
/// <param name="Order">Where it stands in its group; the beginning of new items stands at <see cref="WritingOrder"/> of the first.</param>
public sealed record DeskMenuLine(DeskMenuGroup Group, int Order, string Name, string Path, string Label, string Icon, string Permission)
{
    /// <summary>Lines of <see cref="DeskMenuGroup.Content"/> below this stand above what may be written.</summary>
    public const int WritingOrder = 20;

    /// <summary>True for the portal alone, false for every site but the portal; null for all.</summary>
    public bool? OnPortal { get; init; }
}
