namespace GovPortal.News;

/// <summary>A news item of an agency.</summary>
public sealed record Article
{
    public required string Title { get; init; }

    /// <summary>Plain text of two or three sentences, shown on cards and above the text.</summary>
    public string? Summary { get; init; }

    /// <summary>Sanitised HTML.</summary>
    public string Body { get; init; } = "";

    /// <summary>Category as a slug, with its name.</summary>
    public string? Category { get; init; }
    public string? CategoryLabel { get; init; }

    /// <summary>Address of the picture below the site's root.</summary>
    public string? Picture { get; init; }
    public string? PictureAlt { get; init; }

    /// <summary>Who wrote it first, where it was taken over from elsewhere.</summary>
    public string? Source { get; init; }

    /// <summary>True keeps it ahead of newer items on the home page.</summary>
    public bool IsPinned { get; init; }
}
