using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Tables;

/// <summary><c>import table FILE --map MAP</c>: rows of a CSV file or a spreadsheet as records of any kind that has a reader.</summary>
internal sealed class TableImport(ForeignImport journey, FileKinds kinds, Texts texts) : ForeignFileImport(journey, kinds, texts)
{
    private readonly ForeignImport journey = journey;
    private readonly Texts texts = texts;

    public override string What => "table";

    public override bool NeedsSite => false;

    protected override string[] Accepted => ["table", "workbook"];

    protected override IPackedFiles? PackedOf(FileImportOrder order) => FileKinds.Of(order.Path) == "workbook" ? new PackedFiles(order.Path) : null;

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        var map = MapOf(order.Map);
        TableColumns? columns = null;
        var rows = packed is PackedFiles book ? XlsxRows.Read(book, map.Sheet, told) : CsvRows.Read(order.Path, map.Separator);
        foreach (var row in rows.Where(row => row.Line >= map.HeaderRow && !row.IsEmpty))
        {
            ct.ThrowIfCancellationRequested();
            if (columns is null)
            {
                columns = ColumnsOf(map, row, told);
            }
            else
            {
                yield return PieceOf(row, map, columns, order.OldSite);
            }
        }

        await Task.CompletedTask;
    }

    private TableMap MapOf(string? path)
    {
        TableMap map;
        try
        {
            map = TableMap.Read(path);
        }
        catch (JsonException broken)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.table.map", broken.Message));
        }

        return journey.Kinds.Contains(map.As) ? map
            : throw new WrongFileException(texts.Filled(Texts.English, "migration.table.as", map.As, string.Join(", ", journey.Kinds.Order(StringComparer.Ordinal))));
    }

    private TableColumns ColumnsOf(TableMap map, TableRow header, Told told)
    {
        var columns = TableColumns.Of(map, header);
        if (columns.Missing is { } missing)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.table.column", missing, string.Join(", ", header.Cells.Select(VietnameseText.NormalizeLine).Where(name => name.Length > 0).Take(30))));
        }

        foreach (var name in columns.Unused)
        {
            told.Count("migration.table.unused", name);
        }

        return columns;
    }

    private static ForeignPiece PieceOf(TableRow row, TableMap map, TableColumns columns, Uri? site)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in map.Fixed)
        {
            fields[name] = ValueOf(value);
        }

        foreach (var (column, field) in columns.Fields.Where(pair => pair.Column < row.Cells.Count && row.Cells[pair.Column].Trim().Length > 0))
        {
            fields[field] = ValueOf(row.Cells[column]);
        }

        var odd = row.Cells.FirstOrDefault(cell => cell.Contains(FileKinds.NoLetter, StringComparison.Ordinal));
        return new ForeignPiece(row.Line, map.As, TableColumns.In(row, columns.Key) is { Length: > 0 } key ? $"table:{key}" : "", fields)
        {
            OldAddresses = TableColumns.In(row, columns.OldAddress) is { Length: > 0 } old ? [old] : [],
            Base = site,
            Refusals = odd is null ? [] : [new Refusal("import.line.encoding", "(line)", ForeignRecord.Shorten(odd.Replace(FileKinds.NoLetter, '�')))],
        };
    }

    private static JsonValue ValueOf(string text) => text.Trim() switch
    {
        "true" or "TRUE" => JsonValue.Create(true),
        "false" or "FALSE" => JsonValue.Create(false),
        _ => JsonValue.Create(text),
    };
}
