namespace GovPortal.Media.Parsing;

/// <summary>What is asked of the parser process for one file; the file's bytes follow.</summary>
/// <param name="Seconds">After which the process ends itself, should nobody be left to end it.</param>
internal sealed record ParserJob(ParserTask Task, double Seconds)
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
    ReadWords,
}

/// <summary>What the parser process answers; <see cref="Payloads"/> pieces of bytes follow.</summary>
internal sealed record ParserAnswer
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

/// <summary>How a job ended.</summary>
/// <param name="Fault">Why there is no answer: the file ended the process, or the process was ended for it; null when there is one.</param>
internal sealed record ParserResult(ParserFault? Fault, ParserAnswer? Answer, IReadOnlyList<byte[]> Payloads);

/// <summary>Why a file was given up.</summary>
internal enum ParserFault
{
    TooSlow,
    TooMuchMemory,
    Crashed,
}

/// <summary>The parser process cannot be started: the installation is at fault, not the file.</summary>
internal sealed class ParserUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
