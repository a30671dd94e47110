using System.Security.Cryptography;
using System.Text;
using GovPortal.Signatures.Checking;
using GovPortal.Signatures.Pdf;

namespace GovPortal.Signatures;

/// <summary>Checks the signatures of a file. Reads what strangers wrote: the server has it done in a process of its own.</summary>
public static class FileCheck
{
    /// <summary>Bytes of a signature that stands in a file of its own, with what it encloses.</summary>
    public const int LargestMessage = 64 << 20;

    /// <summary>Looks at every signature of a PDF.</summary>
    /// <param name="file">Can be read at any place.</param>
    /// <exception cref="NotSignedFormatException">It is no PDF.</exception>
    public static SignatureReport Pdf(Stream file, Trust trust)
    {
        trust.Proofs.Begin();
        using var bytes = new FileBytes(file, new Budget(Budget.UsualTime));
        try
        {
            var found = PdfSignatures.Read(bytes);
            if (found.IsEncrypted)
            {
                return OfFile(new Reason("encrypted", Weight.Unchecked));
            }

            return found.All.Count == 0 ? OfFile(new Reason("none", Weight.Unchecked)) : new SignatureReport(Facts(bytes, found, trust), [], []);
        }
        catch (PdfFormatException fault)
        {
            throw new NotSignedFormatException(fault.Message, fault);
        }
        catch (TooCostlyException fault)
        {
            return OfFile(new Reason("too-costly", Weight.Unchecked, fault.Message));
        }
    }

    /// <summary>Looks at a signature in a file of its own (CMS, <c>.p7s</c> and <c>.p7m</c>).</summary>
    /// <param name="message">At most <see cref="LargestMessage"/> bytes, DER or PEM.</param>
    /// <param name="content">The file that it signs, where it is not within.</param>
    /// <exception cref="NotSignedFormatException">It is no such signature.</exception>
    public static SignatureReport Message(byte[] message, Stream? content, Trust trust)
    {
        trust.Proofs.Begin();
        try
        {
            var signatures = SignedMessage.ParseAll(message.AsSpan().StartsWith("-----BEGIN"u8) ? Pem(message) : message);
            var bytes = content is null ? null : new FileBytes(content, new Budget(Budget.UsualTime));
            return signatures.Count == 0 ? OfFile(new Reason("none", Weight.Unchecked))
                : bytes is null && signatures[0].Enclosed is null ? OfFile(new Reason("no-content", Weight.Unchecked))
                : new SignatureReport([.. signatures.Select(s => SignatureCheck.OfMessage(s, take => Feed(s, bytes, take), trust))], [], []);
        }
        catch (MalformedSignatureException fault)
        {
            throw new NotSignedFormatException(fault.Message, fault);
        }
        catch (TooCostlyException fault)
        {
            return OfFile(new Reason("too-costly", Weight.Unchecked, fault.Message));
        }
    }

    private static byte[] Pem(byte[] text)
    {
        try
        {
            var letters = Encoding.Latin1.GetString(text);
            return Convert.FromBase64String(letters[PemEncoding.Find(letters).Base64Data]);
        }
        catch (ArgumentException fault)
        {
            throw new MalformedSignatureException("It begins as PEM and is none.", fault);
        }
    }

    private static void Feed(SignedMessage message, FileBytes? beside, Action<ReadOnlySpan<byte>> take)
    {
        if (message.Enclosed is { } enclosed)
        {
            take(enclosed);
        }
        else
        {
            beside!.Feed(0, beside.Length, take);
        }
    }

    private static SignatureReport OfFile(Reason reason) => new([], [], [reason]);

    private static List<SignatureFacts> Facts(FileBytes bytes, PdfSignatures found, Trust trust)
    {
        var evidence = Evidence.Read(found.Store.Certificates, found.Store.Crls, found.Store.Answers);
        var stamps = found.All.Where(c => c.RangeFault is null && c.Signature.IsTimeStamp).Select(c => (c.Signature.End, Stamp: TimeStamp.Check(c.Signature.Contents!.Bytes, ContentOf(bytes, c.Signature), trust, evidence)))
            .Where(s => s.Stamp.IsTrusted).OrderBy(s => s.Stamp.Time).ToArray();
        var facts = new List<SignatureFacts>();
        foreach (var coverage in found.All)
        {
            var stamp = coverage.Signature.IsTimeStamp ? null : stamps.FirstOrDefault(s => s.End > coverage.Signature.End).Stamp;
            facts.Add(Facts(bytes, coverage, trust, evidence, stamp));
        }

        return facts;
    }

    // What was found out before the time was spent stands.
    private static SignatureFacts Facts(FileBytes bytes, Coverage coverage, Trust trust, Evidence evidence, TimeStamp? stamp)
    {
        try
        {
            bytes.Budget.LookAtClock();
            return SignatureCheck.Of(coverage, ContentOf(bytes, coverage.Signature), trust, evidence, stamp);
        }
        catch (TooCostlyException fault)
        {
            return new SignatureFacts { Field = coverage.Signature.Field, CoversWholeFile = coverage.IsWholeFile, Why = [new Reason("too-costly", Weight.Unchecked, fault.Message)] };
        }
    }

    private static SignedContent ContentOf(FileBytes bytes, FoundSignature signature) => take =>
    {
        if (signature.ByteRange is [var a, var b, var c, var d])
        {
            bytes.Feed(a, b, take);
            bytes.Feed(c, d, take);
        }
    };
}

/// <summary>The file is none that can hold signatures.</summary>
public sealed class NotSignedFormatException(string message, Exception? inner = null) : Exception(message, inner);
