using System.CommandLine;
using System.Globalization;
using GovPortal.Signatures;

namespace GovPortal.Host.Commands;

/// <summary><c>signature verify</c>. Needs no installation: it opens the named files and nothing else.</summary>
internal static class SignatureVerbs
{
    private const int SomeBad = 1;
    private const int SomeUnchecked = 3;

    public static Command Make() => new("signature", "Checks digital signatures of files.") { Verify() };

    private static Command Verify()
    {
        var file = new Argument<FileInfo>("file") { Description = "The signed PDF." };
        var trust = new Option<FileInfo[]>("--trust") { Description = "A file with certificates that are trusted (PEM); can be given several times. Without any, nothing is ever trusted." };
        var crl = new Option<FileInfo[]>("--crl") { Description = "A revocation list (PEM or DER); can be given several times." };
        var at = new Option<string?>("--at") { Description = "As of when, for example 2026-11-29T12:00:00Z; now unless given. A time without a zone is UTC." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var verify = new Command("verify", "Says of every signature in a PDF whether it is intact, who signed, when, and whether that can be trusted. Exit 0 all trusted, 1 some bad, 3 some could not be checked, or there are none, 2 wrong use or no PDF.") { file, trust, crl, at, json };
        verify.SetAction(async (parsed, _) =>
        {
            if (TimeOf(parsed.GetValue(at)) is not { } asOf)
            {
                await Console.Error.WriteLineAsync($"--at: “{parsed.GetValue(at)}” is no time. Write it as 2026-11-29 or 2026-11-29T12:00:00Z.");
                return Verbs.WrongUse;
            }

            try
            {
                var trusted = Trust.Read(Contents(parsed.GetValue(trust)), Contents(parsed.GetValue(crl)), asOf);
                await using var stream = parsed.GetRequiredValue(file).OpenRead();
                var report = ReportTexts.Fill(FileCheck.Pdf(stream, trusted));
                Console.WriteLine(parsed.GetValue(json) ? ReportTexts.Json(report) : ReportTexts.Lines(report));
                return report.Verdict switch { "trusted" => Verbs.Done, "bad" => SomeBad, _ => SomeUnchecked };
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or NotSignedFormatException)
            {
                await Console.Error.WriteLineAsync(fault is NotSignedFormatException ? $"{parsed.GetRequiredValue(file)} is no PDF: {fault.Message}" : fault.Message);
                return Verbs.WrongUse;
            }
        });
        return verify;
    }

    private static IEnumerable<byte[]> Contents(FileInfo[]? files) => (files ?? []).Select(f => File.ReadAllBytes(f.FullName)).ToArray();

    private static DateTimeOffset? TimeOf(string? text) =>
        text is null ? TimeProvider.System.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
