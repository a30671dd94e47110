using GovPortal.Core.Parsing;

namespace GovPortal.Disclosure.Parsing;

/// <summary>What is asked of the process that reads spreadsheets; the file's bytes follow.</summary>
/// <param name="IsText">CSV rather than a workbook.</param>
internal sealed record SheetJob(bool IsText, double Seconds) : IParserJob;

/// <summary>What it answers.</summary>
/// <param name="Refusal">Key of the sentence that says why there is nothing; null where there is.</param>
internal sealed record SheetAnswer(IReadOnlyList<SheetCells> Sheets, string? Refusal) : IParserAnswer
{
    public int Payloads => 0;
}

/// <summary>A sheet as text.</summary>
/// <param name="Rows">Numbers as Vietnamese write them, days as <c>31/03/2026</c>.</param>
/// <param name="Merged">Ranges whose cells are one, for example <c>A1:C1</c>; the value stands in the first.</param>
/// <param name="Formulas">Cells that are computed, for example <c>D5</c>; what they last showed was taken.</param>
public sealed record SheetCells(string Name, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Merged, IReadOnlyList<string> Formulas);
