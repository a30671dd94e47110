using GovPortal.Core.Parsing;
using Microsoft.Extensions.Logging;

namespace GovPortal.Disclosure.Parsing;

/// <summary>Has spreadsheets read in processes of their own, with limits on time and memory; the server never opens what people send (decision 0016).</summary>
public sealed class SheetReader(ParserCommand command, TimeProvider clock, ILogger<SheetReader> logger) : ParserPool(command.For(SheetLoop.Verb), Limits, clock, logger)
{
    /// <summary>Bytes of a file: a table that fits a page has a hundredth.</summary>
    public const long LargestFile = 10L << 20;

    private static readonly ParserLimits Limits = new(TimeSpan.FromSeconds(20), 384L << 20, 0);

    /// <summary>Reads a CSV file or an XLSX workbook.</summary>
    /// <param name="file">From where it stands to its end.</param>
    /// <returns>The sheets that hold something, or the key of the sentence that says why there are none.</returns>
    public async Task<(IReadOnlyList<SheetCells> Sheets, string? Refusal)> ReadAsync(string name, Stream file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > LargestFile)
        {
            return ([], "disclosure.sheet.large");
        }

        if (Path.GetExtension(name).ToUpperInvariant() is not (".CSV" or ".XLSX") || !name.Contains('.', StringComparison.Ordinal))
        {
            return ([], "disclosure.sheet.kind");
        }

        try
        {
            var job = new SheetJob(name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), Limits.Time.TotalSeconds);
            var result = await AskAsync<SheetAnswer>("sheet", job, file, ct);
            return result.Answer is { } answer ? (answer.Sheets, answer.Refusal) : ([], "disclosure.sheet.too-hard");
        }
        catch (ParserUnavailableException fault)
        {
            logger.LogError(new EventId(1, "ParserUnavailable"), fault, "No spreadsheet can be read");
            return ([], "disclosure.sheet.away");
        }
    }
}
