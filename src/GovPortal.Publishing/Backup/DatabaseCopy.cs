using System.Numerics;
using System.Security.Cryptography;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Transfer;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Backup;

/// <summary>Copies every row of the installation into another, empty database, and reads both to see that they hold the same. Files, keys and index stay where they are.</summary>
public sealed class DatabaseCopy(DatabaseSetup source)
{
    // SQLite holds milliseconds, PostgreSQL microseconds.
    private const long Grain = TimeSpan.TicksPerMillisecond;

    /// <param name="target">Of the other database, or none yet.</param>
    /// <exception cref="InvalidOperationException">There is an installation in it already, or it does not hold the same afterwards.</exception>
    public async Task<DatabaseCopied> CopyAsync(DatabaseSetup target, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(target);
        await InsistOnEmptyAsync(target, ct);
        await target.MigrateAsync(ct);
        await using var from = await WholeDatabase.ReadAsync(source, ct);
        var prints = new Dictionary<string, RowsPrint>();
        await using (var to = await WholeDatabase.WriteAsync(target, ct))
        {
            await to.LiftAppendOnlyAsync(isLifted: true, ct);
            foreach (var (table, done) in from.Shape.Tables.Select((table, done) => (table, done)))
            {
                progress?.Report(new ArchiveProgress(table.Name, done, from.Shape.Tables.Count));
                prints[table.Name] = await CopyAsync(from, to, table, ct);
            }

            await to.LiftAppendOnlyAsync(isLifted: false, ct);
            await to.AnalyseAsync(ct);
            await to.CommitAsync(ct);
        }

        await CompareAsync(target, prints, ct);
        return new DatabaseCopied(prints.Count, prints.Values.Sum(print => print.Rows), await HasChangedAsync(from, ct));
    }

    private static async Task InsistOnEmptyAsync(DatabaseSetup target, CancellationToken ct)
    {
        if (await target.LookAsync(ct) == DatabaseState.Absent)
        {
            return;
        }

        await using var there = await WholeDatabase.ReadAsync(target, ct);
        if (await there.CountAsync(there.TableOf<TenantRow>(), tenantId: null, ct) > 0)
        {
            throw new InvalidOperationException($"There is an installation in {target.Place} already. Copy into an empty database, or move that one away.");
        }
    }

    private static async Task<RowsPrint> CopyAsync(WholeDatabase from, WholeDatabase to, TableShape table, CancellationToken ct)
    {
        var print = new RowsPrint();
        var there = to.Shape.Of(table.Name);
        await using (var insertion = to.InsertInto(there, isNumbering: false))
        {
            await foreach (var row in from.RowsAsync(table, tenantId: null, ct))
            {
                await insertion.AddAsync(row, ct);
                print.Add(table, row);
            }
        }

        if (table.NumberedBy is not null)
        {
            await to.NumberFromAsync(there, await from.LastNumberAsync(table, ct), ct);
        }

        return print;
    }

    private static async Task CompareAsync(DatabaseSetup target, Dictionary<string, RowsPrint> prints, CancellationToken ct)
    {
        await using var copied = await WholeDatabase.ReadAsync(target, ct);
        foreach (var table in copied.Shape.Tables)
        {
            var print = new RowsPrint();
            await foreach (var row in copied.RowsAsync(table, tenantId: null, ct))
            {
                print.Add(table, row);
            }

            if (!print.Equals(prints[table.Name]))
            {
                throw new InvalidOperationException($"The table {table.Name} in {target.Place} does not hold what it should: {print.Rows} rows instead of {prints[table.Name].Rows}, or others. Go on with the old database, and report this.");
            }
        }
    }

    /// <summary>Whether somebody wrote into the old database meanwhile.</summary>
    private async Task<bool> HasChangedAsync(WholeDatabase before, CancellationToken ct)
    {
        await using var now = await WholeDatabase.ReadAsync(source, ct);
        foreach (var table in now.Shape.Tables.Where(table => AppendOnly.Tables.Contains(table.Name)))
        {
            if (await now.HighestNumberAsync(table, ct) != await before.HighestNumberAsync(table, ct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What rows hold, whatever their order: one more, one less or one changed makes another.</summary>
    private sealed class RowsPrint
    {
        private BigInteger sum;

        public long Rows { get; private set; }

        public void Add(TableShape table, object?[] row)
        {
            object?[] coarse = [.. row.Select(value => value is DateTimeOffset at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % Grain), TimeSpan.Zero) : value)];
            sum += new BigInteger(SHA256.HashData(RowLines.Write(table, coarse)), isUnsigned: true);
            Rows++;
        }

        public bool Equals(RowsPrint other) => other.Rows == Rows && other.sum == sum;
    }
}

/// <summary>What was copied.</summary>
/// <param name="HasChangedMeanwhile">Somebody wrote into the old database while it was being copied: the copy lacks that.</param>
public sealed record DatabaseCopied(int Tables, long Rows, bool HasChangedMeanwhile);
