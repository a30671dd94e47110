using System.Data.Common;
using System.Globalization;

namespace GovPortal.Storage.Rows;

/// <summary>Adds rows to one table by one prepared command.</summary>
internal sealed class RowInsertion : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly TableShape table;
    private readonly int[] places;
    private readonly bool isNumbering;
    private bool isPrepared;

    /// <param name="isNumbering">The database gives each row a number of its own; else rows bring theirs.</param>
    public RowInsertion(WholeDatabase database, TableShape table, bool isNumbering)
    {
        this.table = table;
        this.isNumbering = isNumbering && table.NumberedBy is not null;
        places = [.. Enumerable.Range(0, table.Columns.Count).Where(n => !this.isNumbering || table.Columns[n].Name != table.NumberedBy)];
        var names = string.Join(", ", places.Select(n => WholeDatabase.Quoted(table.Columns[n].Name)));
        var values = string.Join(", ", places.Select(n => $"@p{n}{(database.IsPostgres && table.Columns[n].IsJson ? "::jsonb" : "")}"));
        command = database.CommandOf($"INSERT INTO {WholeDatabase.Quoted(table.Name)} ({names}) VALUES ({values}){(this.isNumbering ? $" RETURNING {WholeDatabase.Quoted(table.NumberedBy!)}" : "")}");
        foreach (var place in places)
        {
            command.Parameters.Add(table.Columns[place].ParameterOf(command, string.Create(CultureInfo.InvariantCulture, $"@p{place}")));
        }
    }

    /// <param name="values">In the order of the table's columns.</param>
    /// <returns>The number the database gave it; 0 where the row brought its own.</returns>
    public async Task<long> AddAsync(object?[] values, CancellationToken ct)
    {
        for (var number = 0; number < places.Length; number++)
        {
            command.Parameters[number].Value = table.Columns[places[number]].StoredOf(values[places[number]]);
        }

        if (!isPrepared)
        {
            await command.PrepareAsync(ct);
            isPrepared = true;
        }

        if (!isNumbering)
        {
            await command.ExecuteNonQueryAsync(ct);
            return 0;
        }

        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
