namespace GovPortal.Media;

/// <summary>What stands on the picture for shares.</summary>
/// <param name="Title">Of the item; empty for the site's own.</param>
/// <param name="Ground">Colour behind the letters, <c>#rrggbb</c>.</param>
/// <param name="Mark">Colour of the strip at the foot.</param>
internal sealed record ShareCard(string Site, string Title, string Ground, string Mark)
{
    // More would not be read in the small.
    public const int LongestTitle = 150;
}
