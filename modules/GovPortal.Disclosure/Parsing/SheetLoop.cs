using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using GovPortal.Core.Parsing;
using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Parsing;

/// <summary>The process that reads spreadsheets for the server.</summary>
public static class SheetLoop
{
    /// <summary>The verb; for the server alone, not for people.</summary>
    public const string Verb = "sheet-reader";

    public static Task<int> RunAsync() => ParserHost.RunAsync<SheetJob, SheetAnswer>(async (job, input) =>
        (Read(job, await Frames.ReadAsync(input, SheetReader.LargestFile, CancellationToken.None)), []));

    internal static SheetAnswer Read(bool isText, byte[] bytes) => Read(new SheetJob(isText, 0), bytes);

    private static SheetAnswer Read(SheetJob job, byte[] bytes)
    {
        try
        {
            var sheets = job.IsText ? TextSheet.Read(bytes) : BookSheets.Read(bytes);
            return sheets is null ? new SheetAnswer([], "disclosure.sheet.letters")
                : sheets.Any(sheet => sheet.Rows.Count > DisclosedTable.MostRows + 1) ? new SheetAnswer([], "disclosure.sheet.rows")
                : sheets.Count == 0 ? new SheetAnswer([], "disclosure.sheet.empty")
                : new SheetAnswer(sheets, null);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FileFormatException or OpenXmlPackageException or CsvFormatException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or InvalidOperationException or OverflowException)
        {
            // The libraries throw many kinds for files that are damaged or locked.
            return new SheetAnswer([], "disclosure.sheet.damaged");
        }
    }
}
