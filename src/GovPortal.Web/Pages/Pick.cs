namespace GovPortal.Web.Pages;

/// <summary>A button that chooses something of the library, as the partial <c>_Pick</c> shows it. Where the fields stand, <c>data-gp-picks</c> says.</summary>
/// <param name="Kind"><c>picture</c> or <c>file</c>.</param>
/// <param name="Into">End of the name of the field that takes its address below the site's root.</param>
public sealed record Pick(string Kind, string Into)
{
    /// <summary>End of the name of the field that takes what the library says of it, where nothing is typed yet.</summary>
    public string? Words { get; init; }

    /// <summary>What it is chosen for, where several buttons of a page say the same.</summary>
    public string? For { get; init; }
}
