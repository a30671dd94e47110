using GovPortal.Core.Parsing;

namespace GovPortal.Media.Parsing;

/// <summary>What is asked of the parser process for one file; the file's bytes follow.</summary>
internal sealed record ParserJob(ParserTask Task, double Seconds) : IParserJob
{
    public string MediaType { get; init; } = "";

    /// <summary>Of <see cref="ParserTask.Render"/>: widths that there are already.</summary>
    public IReadOnlyList<int> Made { get; init; } = [];
}

internal enum ParserTask
{
    /// <summary>What an archive or an XML file is.</summary>
    Inspect,

    /// <summary>Takes out of a picture what its camera wrote into it, and makes a small one. Payloads: the picture, the small one.</summary>
    CleanPicture,

    /// <summary>Makes a picture in several widths. Payloads: WebP and AVIF of each of <see cref="PictureWidths.Of"/> that is not made.</summary>
    Render,

    /// <summary>Paints the picture for shares; the bytes are a <see cref="ShareCard"/>. Payload: the PNG.</summary>
    PaintCard,
    ReadWords,
}

/// <summary>What the parser process answers; <see cref="Payloads"/> pieces of bytes follow.</summary>
internal sealed record ParserAnswer : IParserAnswer
{
    /// <summary>Key of the sentence that says why the file is not taken; null when there is nothing against it.</summary>
    public string? Refusal { get; init; }

    /// <summary>For the log: what the library said of a file it could not read.</summary>
    public string? Detail { get; init; }

    /// <summary>Of <see cref="ParserTask.Inspect"/>: the ending that fits.</summary>
    public string? Ending { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>Empty for a scan.</summary>
    public string? Words { get; init; }
    public int Payloads { get; init; }
}
