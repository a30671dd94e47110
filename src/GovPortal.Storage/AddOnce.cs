using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GovPortal.Storage;

/// <summary>Adds a row that two requests may want to add in the same moment: one does, the other is told, and nobody fails.</summary>
public static class AddOnce
{
    /// <returns>False when a row with one of its unique keys is there already.</returns>
    public static async Task<bool> TryAddAsync<TRow>(this PortalDb db, TRow row, CancellationToken ct) where TRow : class
    {
        ArgumentNullException.ThrowIfNull(db);
        var entry = db.Entry(row);
        var table = StoreObjectIdentifier.Create(entry.Metadata, StoreObjectType.Table)!.Value;
        var values = entry.Metadata.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => (Column: p.GetColumnName(table)!, Value: Stored(p, entry.Property(p).CurrentValue))).Where(v => v.Value is not null).ToArray();
        var columns = string.Join(", ", values.Select(v => $"\"{v.Column}\""));
        var places = string.Join(", ", Enumerable.Range(0, values.Length).Select(n => $"{{{n}}}"));
        var insert = FormattableStringFactory.Create($"INSERT INTO {table.Name} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING", [.. values.Select(v => v.Value)]);
        return await db.Database.ExecuteSqlAsync(insert, ct) == 1;
    }

    // A command written here knows nothing of how the model writes a value.
    private static object? Stored(IProperty property, object? value) =>
        value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
