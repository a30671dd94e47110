using System.Text;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Tables;

/// <summary>Reads separated values (RFC 4180) forward: a quoted cell may hold separators, line ends and doubled quotes.</summary>
internal sealed class CsvRows(TextReader reader, char separator)
{
    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private int line = 1;

    /// <param name="separator">Null finds out which of <c>, ; tab |</c> stands most often in the first line.</param>
    public static IEnumerable<TableRow> Read(string path, char? separator)
    {
        using var reader = new StreamReader(ExportFile.Open(path), FileKinds.EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        using var again = new StreamReader(ExportFile.Open(path), FileKinds.EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        foreach (var row in new CsvRows(reader, separator ?? SeparatorIn(again)).Rows())
        {
            yield return row;
        }
    }

    private IEnumerable<TableRow> Rows()
    {
        var begun = line;
        while (true)
        {
            var isLast = ReadCell(out var endsRow);
            if (!endsRow)
            {
                continue;
            }

            if (cells is not [""])
            {
                yield return new TableRow(begun, [.. cells]);
            }

            cells.Clear();
            if (isLast)
            {
                yield break;
            }

            begun = line;
        }
    }

    /// <returns>True at the end of the file.</returns>
    private bool ReadCell(out bool endsRow)
    {
        var isQuoted = reader.Peek() == '"';
        if (isQuoted)
        {
            reader.Read();
            ReadQuoted();
        }

        while (true)
        {
            var sign = reader.Read();
            if (sign == separator)
            {
                endsRow = Finish();
                return false;
            }

            if (sign is -1 or '\n')
            {
                line++;
                Finish();
                endsRow = true;
                return sign == -1;
            }

            if (sign != '\r' || reader.Peek() != '\n')
            {
                Append((char)sign);
            }
        }
    }

    private void ReadQuoted()
    {
        for (var sign = reader.Read(); sign != -1; sign = reader.Read())
        {
            if (sign == '"')
            {
                if (reader.Peek() != '"')
                {
                    return;
                }

                reader.Read();
            }

            line += sign == '\n' ? 1 : 0;
            Append((char)sign);
        }

        throw new InvalidDataException("a quoted cell does not end");
    }

    private void Append(char sign)
    {
        cell.Append(sign);
        ExportFile.Insist(cell.Length);
    }

    private bool Finish()
    {
        if (cells.Count < TableRow.MostColumns)
        {
            cells.Add(cell.ToString());
        }

        cell.Clear();
        return false;
    }

    private static char SeparatorIn(StreamReader reader)
    {
        var first = new StringBuilder();
        for (var sign = reader.Read(); sign is not (-1 or '\n') && first.Length < ExportFile.LongestText; sign = reader.Read())
        {
            first.Append((char)sign);
        }

        var text = first.ToString();
        return ",;\t|".MaxBy(sign => text.Count(one => one == sign));
    }
}
