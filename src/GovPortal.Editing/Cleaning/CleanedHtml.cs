using GovPortal.Publishing.Content;

namespace GovPortal.Editing.Cleaning;

/// <summary>A text fit for a public page, and what of it was left out.</summary>
/// <param name="LeftOut">In the order of the text.</param>
public sealed record CleanedHtml(string Html, IReadOnlyList<LeftOut> LeftOut)
{
    public int PicturesLeftOut => LeftOut.Count(one => one.Kind == LeftOutKind.Picture);

    /// <summary>What an import remarks, so that somebody can look after it.</summary>
    public IEnumerable<string> Remarks => LeftOut.Select(one => one.Remark);
}

/// <summary>Something that a reader of the given text saw, or nearly, and that the clean text does not hold.</summary>
/// <param name="Source">Where it came from or what it was; empty where nothing tells.</param>
/// <param name="Near">The words before it; empty at the beginning.</param>
public sealed record LeftOut(LeftOutKind Kind, string Source, string Near)
{
    public string Remark => $"{What}{(Source.Length > 0 ? $": {Source}" : "")}{(Near.Length > 0 && Kind != LeftOutKind.Structure ? $" (after “{Near}”)" : "")}";

    private string What => Kind switch
    {
        LeftOutKind.Picture => "missing picture",
        LeftOutKind.Frame => "missing frame",
        LeftOutKind.Recording => "missing video or sound",
        LeftOutKind.Drawing => "missing drawing",
        LeftOutKind.Formula => "formula kept as plain words",
        LeftOutKind.Sign => "unknown sign",
        LeftOutKind.Shortcode => "shortcode of another system, whose words stay",
        LeftOutKind.Note => "left out comment",
        LeftOutKind.Deletion => "left out deleted words",
        LeftOutKind.Link => "link whose words stay, for readers cannot follow it",
        LeftOutKind.Hidden => "left out words that were hidden",
        _ => $"kept as plain words, for it nests more than {BoundedHtml.DeepestNesting} elements or has more than {BoundedHtml.MostElements}; divide or simplify it",
    };
}

public enum LeftOutKind
{
    /// <summary>In the writer's own files, in the text itself, or on somebody else's server.</summary>
    Picture,

    /// <summary>A page within the page: a frame, an embedded object.</summary>
    Frame,

    /// <summary>A video or sound that the text itself would play.</summary>
    Recording,

    /// <summary>Drawn within the text.</summary>
    Drawing,

    /// <summary>Its words stay, in one line.</summary>
    Formula,

    /// <summary>Of a symbol font whose signs are not known.</summary>
    Sign,

    /// <summary>A reviewer's comment in a word processor.</summary>
    Note,

    /// <summary>Words that a reviewer struck out in a word processor.</summary>
    Deletion,

    /// <summary>What another system would have put in the place of a word in brackets, such as a gallery.</summary>
    Shortcode,

    /// <summary>Leads to what readers cannot reach, such as a file of the writer's; its words stay.</summary>
    Link,

    /// <summary>Words that a reader of the given text did not see.</summary>
    Hidden,

    /// <summary>Everything but words: the text was beyond the limits of <see cref="BoundedHtml"/>.</summary>
    Structure,
}
