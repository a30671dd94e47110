namespace GovPortal.Galleries;

/// <summary>An album of pictures from the site's library, in order.</summary>
public sealed record Album
{
    /// <summary>At most <see cref="AlbumType.LineLength"/> characters.</summary>
    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>The day the pictures were taken; null where nobody says.</summary>
    public DateOnly? TakenOn { get; init; }

    public IReadOnlyList<AlbumPicture> Pictures { get; init; } = [];
}

/// <summary>A picture of an album.</summary>
/// <param name="Path">Its address below the site's root.</param>
/// <param name="Alt">What it shows, for who does not see it; it must be there before readers see the album.</param>
/// <param name="Caption">What is written below it; null where nothing is.</param>
/// <param name="Credit">Who made it.</param>
public sealed record AlbumPicture(string Path, string? Alt, string? Caption, string? Credit);
