using System.Globalization;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Transfer;

/// <summary>
/// Numbers of rows as they change on the way: an archive counts the rows of each table from one, and a database that takes it in gives
/// them numbers of its own. What refers to a row goes along.
/// </summary>
internal sealed class RowNumbers
{
    private readonly Dictionary<string, Dictionary<long, long>> tables = [];

    public void Add(string table, long before, long after)
    {
        if (!tables.TryGetValue(table, out var numbers))
        {
            tables[table] = numbers = [];
        }

        numbers[before] = after;
    }

    public long? Find(string table, long before) => tables.TryGetValue(table, out var numbers) && numbers.TryGetValue(before, out var after) ? after : null;

    /// <summary>Changes what a row refers to.</summary>
    /// <returns>False when it needs a row that is not there, so that it tells of nothing.</returns>
    public bool Renumber(TableShape table, object?[] row)
    {
        for (var place = 0; place < row.Length; place++)
        {
            var column = table.Columns[place];
            if (row[place] is not { } before || !table.References.TryGetValue(column.Name, out var target))
            {
                continue;
            }

            var after = Find(target, Convert.ToInt64(before, CultureInfo.InvariantCulture));
            if (after is null && !column.IsNullable)
            {
                return false;
            }

            row[place] = after is null ? null : Convert.ChangeType(after.Value, column.Type, CultureInfo.InvariantCulture);
        }

        return true;
    }
}
