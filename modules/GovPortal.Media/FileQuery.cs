namespace GovPortal.Media;

/// <summary>How the library is asked.</summary>
/// <param name="Page">From 1.</param>
public sealed record FileQuery(int Page = 1, int Size = FileLibrary.PageSize)
{
    public string? Words { get; init; }

    /// <summary>True for pictures, false for other files, null for both.</summary>
    public bool? ArePictures { get; init; }
    public string? Folder { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>Only pictures that say nothing to those who do not see them.</summary>
    public bool LacksWords { get; init; }

    public FileOrder Order { get; init; }
}

/// <summary>In which order files stand.</summary>
public enum FileOrder
{
    Newest,
    Oldest,

    /// <summary>By title, without diacritics.</summary>
    Name,
    Largest,
}
