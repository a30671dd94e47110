using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.NukeViet;

/// <summary>Reads the rows out of a dump of MySQL or MariaDB forward. Nothing is run: statements that are no INSERT of a wanted table are passed over, word by word.</summary>
internal sealed class SqlDump(SqlWords words, Func<string, bool> wants)
{
    private const int MostColumns = 500;

    private readonly Dictionary<string, string[]> columnsOf = new(StringComparer.Ordinal);

    /// <param name="wants">Whether a table's rows are asked for.</param>
    /// <exception cref="InvalidDataException">A statement ends early, or holds more than any real one.</exception>
    public static IEnumerable<DumpRow> Read(string path, Func<string, bool> wants)
    {
        using var reader = new StreamReader(ExportFile.Open(path), FileKinds.EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        foreach (var row in new SqlDump(new SqlWords(reader), wants).Rows())
        {
            yield return row;
        }
    }

    private IEnumerable<DumpRow> Rows()
    {
        while (words.Next() is { } word)
        {
            if (word.Is("INSERT") || word.Is("REPLACE"))
            {
                foreach (var row in Inserted())
                {
                    yield return row;
                }
            }
            else if (word.Is("CREATE"))
            {
                ReadCreation();
            }
            else if (!word.Is(";"))
            {
                words.SkipStatement();
            }
        }
    }

    private IEnumerable<DumpRow> Inserted()
    {
        var word = words.Next();
        while (word is not null && (word.Is("INTO") || word.Is("IGNORE") || word.Is("LOW_PRIORITY") || word.Is("DELAYED")))
        {
            word = words.Next();
        }

        var table = Named(word);
        if (table is null || !wants(table))
        {
            words.SkipStatement();
            yield break;
        }

        word = words.Next();
        var columns = columnsOf.GetValueOrDefault(table);
        if (word is not null && word.Is("("))
        {
            columns = [.. Names()];
            word = words.Next();
        }

        if (word is null || !(word.Is("VALUES") || word.Is("VALUE")) || columns is null)
        {
            words.SkipStatement();
            yield break;
        }

        for (word = words.Next(); word is not null && !word.Is(";"); word = words.Next())
        {
            if (word.Is("("))
            {
                yield return RowOf(table, columns);
            }
            else if (!word.Is(","))
            {
                // ON DUPLICATE KEY UPDATE …
                words.SkipStatement();
                yield break;
            }
        }
    }

    private DumpRow RowOf(string table, string[] columns)
    {
        var line = words.Line;
        var values = new List<string?>(columns.Length);
        string? value = null;
        while (true)
        {
            var word = words.Next() ?? throw new InvalidDataException("a row ends early");
            if (word.Is(",") || word.Is(")"))
            {
                values.Add(value);
                value = null;
                if (word.Is(")"))
                {
                    break;
                }
            }
            else
            {
                value = word.IsText || !word.Is("NULL") ? word.Text : null;
            }

            if (values.Count > MostColumns)
            {
                throw new InvalidDataException($"a row of more than {MostColumns} columns");
            }
        }

        return new DumpRow(line, table, columns.Zip(values).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>Dumps may leave the names of the columns out of the rows; then they stand where the table is made.</summary>
    private void ReadCreation()
    {
        var word = words.Next();
        if (word is null || !word.Is("TABLE"))
        {
            words.SkipStatement();
            return;
        }

        word = words.Next();
        while (word is not null && (word.Is("IF") || word.Is("NOT") || word.Is("EXISTS")))
        {
            word = words.Next();
        }

        var table = Named(word);
        if (table is not null && words.Next() is { } opening && opening.Is("("))
        {
            columnsOf[table] = [.. Defined().Take(MostColumns)];
        }

        words.SkipStatement();
    }

    private IEnumerable<string> Defined()
    {
        var (depth, isFirst) = (1, true);
        while (depth > 0 && words.Next() is { } word)
        {
            if (isFirst && depth == 1 && word.IsName)
            {
                yield return word.Text;
            }

            isFirst = word.Is(",") && depth == 1;
            depth += word.Is("(") ? 1 : word.Is(")") ? -1 : 0;
        }
    }

    private IEnumerable<string> Names()
    {
        var count = 0;
        while (words.Next() is { } word && !word.Is(")") && count++ < MostColumns * 2)
        {
            if (!word.Is(","))
            {
                yield return word.Text;
            }
        }
    }

    // `database`.`table` names the table last.
    private string? Named(SqlWord? word)
    {
        while (word is not null && words.Peek('.'))
        {
            words.Next();
            word = words.Next();
        }

        return word?.Text;
    }
}
