using GovPortal.Core.Parsing;

namespace GovPortal.Signatures.Serving;

/// <summary>The process that checks the signatures of files for the server.</summary>
public static class CheckerLoop
{
    /// <summary>The verb; for the server alone, not for people.</summary>
    public const string Verb = "signature-checker";

    // Smaller files are held in memory, larger ones on the disk until they are checked.
    private const int HeldInMemory = 48 << 20;

    public static Task<int> RunAsync()
    {
        Trust? trust = null;
        CheckerJob? last = null;
        return ParserHost.RunAsync<CheckerJob, CheckerAnswer>(async (job, input) =>
        {
            await using var file = await TakeAsync(input, await Frames.ReadLengthAsync(input, int.MaxValue, CancellationToken.None));

            // The same lists as before: what was computed about their signatures stays known.
            trust = trust is not null && last is not null && Same(job, last) ? trust.AsOf(job.At) : Trust.Read(job.Trusted, job.Crls, job.At);
            last = job;
            return (new CheckerAnswer(Check(job, file, trust)), []);
        });
    }

    private static SignatureReport? Check(CheckerJob job, Stream file, Trust trust)
    {
        try
        {
            return job.IsMessage ? FileCheck.Message(((MemoryStream)file).ToArray(), null, trust) : FileCheck.Pdf(file, trust);
        }
        catch (NotSignedFormatException)
        {
            return null;
        }
    }

    private static async Task<Stream> TakeAsync(Stream input, long length)
    {
        Stream file = length <= HeldInMemory ? new MemoryStream((int)length)
            : new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var piece = new byte[1 << 17];
        while (length > 0)
        {
            var read = await input.ReadAsync(piece.AsMemory(0, (int)Math.Min(length, piece.Length)));
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            await file.WriteAsync(piece.AsMemory(0, read));
            length -= read;
        }

        file.Position = 0;
        return file;
    }

    private static bool Same(CheckerJob one, CheckerJob other) => SameFiles(one.Trusted, other.Trusted) && SameFiles(one.Crls, other.Crls);

    private static bool SameFiles(IReadOnlyList<NamedBytes> one, IReadOnlyList<NamedBytes> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Bytes.AsSpan().SequenceEqual(pair.Second.Bytes));
}
