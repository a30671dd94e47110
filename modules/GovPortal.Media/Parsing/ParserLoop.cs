using System.Xml;
using GovPortal.Core.Parsing;
using NetVips;

namespace GovPortal.Media.Parsing;

/// <summary>The process that parses uploaded files.</summary>
public static class ParserLoop
{
    /// <summary>The verb; for the server alone, not for people.</summary>
    public const string Verb = "file-parser";

    public static Task<int> RunAsync() => ParserHost.RunAsync<ParserJob, ParserAnswer>(async (job, input) =>
    {
        var (answer, payloads) = Do(job, await Frames.ReadAsync(input, int.MaxValue, CancellationToken.None));
        return (answer with { Payloads = payloads.Count }, payloads);
    });

    private static (ParserAnswer Answer, IReadOnlyList<byte[]> Payloads) Do(ParserJob job, byte[] bytes)
    {
        try
        {
            return job.Task switch
            {
                ParserTask.Inspect => (Containers.Inspect(bytes), []),
                ParserTask.CleanPicture => Pictures.Clean(bytes, job.MediaType),
                ParserTask.PaintCard => (new ParserAnswer(), [CardPainter.Paint(bytes)]),
                ParserTask.Render => Pictures.Render(bytes, job.Made),
                _ => (new ParserAnswer { Words = WordsOfFiles.Read(bytes, job.MediaType) }, []),
            };
        }
        catch (Exception fault) when (fault is VipsException or InvalidDataException or XmlException)
        {
            return (new ParserAnswer { Refusal = "media.refused.damaged", Detail = fault.Message }, []);
        }
        catch (Exception fault) when (job.Task == ParserTask.ReadWords && fault is not OutOfMemoryException)
        {
            // The libraries throw many kinds for files that are damaged or locked.
            return (new ParserAnswer { Refusal = "media.text.Unreadable", Detail = fault.Message }, []);
        }
    }
}
