using System.CommandLine;
using System.Globalization;
using GovPortal.Signatures;

namespace GovPortal.Host.Commands;

/// <summary><c>signature verify | sign</c>. Needs no installation: it opens the named files and nothing else.</summary>
internal static class SignatureVerbs
{
    private const int SomeBad = 1;
    private const int SomeUnchecked = 3;

    public static Command Make() => new("signature", "Checks digital signatures of files, and signs.") { Verify(), SignVerb.Make() };

    private static Command Verify()
    {
        var file = new Argument<FileInfo>("file") { Description = "The signed PDF; or a signature of its own, .p7s or .p7m." };
        var content = new Option<FileInfo?>("--content") { Description = "What a .p7s signs; unless given, the file of the same name without .p7s." };
        var trust = new Option<FileInfo[]>("--trust") { Description = "A file with certificates that are trusted (PEM or DER); can be given several times. Without any, nothing is ever trusted." };
        var crl = new Option<FileInfo[]>("--crl") { Description = "A revocation list (PEM or DER); can be given several times." };
        var at = new Option<string?>("--at") { Description = "As of when, for example 2026-11-29T12:00:00Z; now unless given. A time without a zone is UTC." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var verify = new Command("verify", "Says of every signature in a PDF whether it is intact, who signed, when, and whether that can be trusted. Exit 0 all trusted, 1 some bad, 3 some could not be checked, or there are none, 2 wrong use or no PDF.") { file, content, trust, crl, at, json };
        verify.SetAction(async (parsed, _) =>
        {
            try
            {
                var asked = Trust.Read(parsed.GetValue(trust)?.Select(Contents) ?? [], parsed.GetValue(crl)?.Select(Contents) ?? [], TimeOf(parsed.GetValue(at)));
                var report = ReportTexts.Fill(Check(parsed.GetRequiredValue(file), parsed.GetValue(content), asked));
                Console.WriteLine(parsed.GetValue(json) ? ReportTexts.Json(report) : ReportTexts.Lines(report));
                return report.Verdict switch { "trusted" => Verbs.Done, "bad" => SomeBad, _ => SomeUnchecked };
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or NotSignedFormatException)
            {
                await Console.Error.WriteLineAsync(fault is NotSignedFormatException ? $"{parsed.GetRequiredValue(file)} is no PDF or signature: {fault.Message}" : fault.Message);
                return Verbs.WrongUse;
            }
        });
        return verify;
    }

    private static SignatureReport Check(FileInfo file, FileInfo? content, Trust trust)
    {
        using var stream = file.OpenRead();
        if (file.Extension.ToLowerInvariant() is not (".p7s" or ".p7m"))
        {
            return FileCheck.Pdf(stream, trust);
        }

        if (stream.Length > FileCheck.LargestMessage)
        {
            throw new IOException($"{file} has {stream.Length} bytes; a signature of its own may have {FileCheck.LargestMessage}.");
        }

        content ??= file.Extension.Equals(".p7s", StringComparison.OrdinalIgnoreCase) ? new FileInfo(file.FullName[..^4]) : null;
        using var signed = content is { Exists: true } ? content.OpenRead() : null;
        return FileCheck.Message(File.ReadAllBytes(file.FullName), signed, trust);
    }

    private static NamedBytes Contents(FileInfo file) => new(file.ToString(), File.ReadAllBytes(file.FullName));

    /// <exception cref="FormatException">It is no time.</exception>
    private static DateTimeOffset TimeOf(string? text) =>
        text is null ? TimeProvider.System.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new FormatException($"--at: “{text}” is no time. Write it as 2026-11-29 or 2026-11-29T12:00:00Z.");
}
