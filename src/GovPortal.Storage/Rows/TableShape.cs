using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GovPortal.Storage.Rows;

/// <summary>A table as its rows are carried: its columns, what they refer to, and how far its rows go.</summary>
public sealed class TableShape
{
    /// <summary>Name of the column that says which site a row belongs to.</summary>
    public const string SiteColumn = nameof(ISiteRow.TenantId);

    // Columns that name a row of another table without holding it there: a trace outlives what it tells of.
    private static readonly Dictionary<string, string> Named = new() { ["ItemId"] = "content_items", ["FileId"] = "files" };

    internal TableShape(ITable table)
    {
        Name = table.Name;
        Columns = [.. table.Columns.Where(column => !IsComputed(column)).OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => new ColumnShape(column))];
        var key = table.PrimaryKey?.Columns.Select(column => column.Name).ToArray() ?? throw new NotSupportedException($"The table {Name} has no primary key, so its rows cannot be carried.");
        Key = key;
        var row = table.EntityTypeMappings.First(mapping => !mapping.TypeBase.IsMappedToJson()).TypeBase.ClrType;
        IsOfSites = row != typeof(TenantRow) && Columns.Any(column => column.Name == SiteColumn);
        Carrying = row.GetCustomAttributes(typeof(CarriedAttribute), false) is [CarriedAttribute said, ..] ? said.Carrying : Carrying.Export;
        NumberedBy = key is [var one] && table.FindColumn(one)!.PropertyMappings is [var mapped, ..] && mapped.Property.ValueGenerated == ValueGenerated.OnAdd && Columns.First(c => c.Name == one).Type is var type && (type == typeof(long) || type == typeof(int)) ? one : null;
        References = ReferencesOf(table, key);
        Needs = [.. table.ForeignKeyConstraints.Select(link => link.PrincipalTable.Name).Concat(References.Values).Where(name => name != Name).Distinct()];
        Links = [.. table.ForeignKeyConstraints.Select(link => new TableLink([.. link.Columns.Select(c => c.Name)], link.PrincipalTable.Name, [.. link.PrincipalColumns.Select(c => c.Name)]))];
        if (IsOfSites && !AppendOnly.Tables.Contains(Name))
        {
            Links = [.. Links, new TableLink([SiteColumn], table.Model.Tables.First(other => other.EntityTypeMappings.Any(m => m.TypeBase.ClrType == typeof(TenantRow))).Name, [nameof(TenantRow.Id)])];
        }

        HeldPeople = [.. table.ForeignKeyConstraints.Where(link => link.Columns.Count == 1 && link.PrincipalTable.EntityTypeMappings.Any(m => m.TypeBase.ClrType == typeof(Person))).Select(link => link.Columns[0].Name)];
    }

    public string Name { get; }

    /// <summary>In the order of their names; what the database computes by itself is not among them.</summary>
    public IReadOnlyList<ColumnShape> Columns { get; }

    public IReadOnlyList<string> Key { get; }

    /// <summary>True where every row belongs to one site.</summary>
    public bool IsOfSites { get; }

    public Carrying Carrying { get; }

    /// <summary>The column the database numbers rows by; null where rows bring their key.</summary>
    public string? NumberedBy { get; }

    /// <summary>Columns that name a numbered row, with the table it stands in.</summary>
    public IReadOnlyDictionary<string, string> References { get; }

    /// <summary>Tables whose rows must be there before.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>What its rows hold to: rows of other tables, and their site.</summary>
    public IReadOnlyList<TableLink> Links { get; }

    /// <summary>Columns that name a person.</summary>
    public IReadOnlyList<string> People => [.. Columns.Where(column => column.Type == typeof(Guid) && !(Key is [var one] && one == column.Name)).Select(column => column.Name)];

    /// <summary>Those among them that the database holds to: without the person there is no such row.</summary>
    public IReadOnlyList<string> HeldPeople { get; }

    /// <summary>Where a column stands in a row.</summary>
    public int PlaceOf(string column) => Columns.Select((c, place) => (c.Name, place)).First(c => c.Name == column).place;

    /// <summary>Whole numbers called “…Id” that lead to no table known here; whoever carries such a row would lose what it means.</summary>
    public IReadOnlyList<string> Unexplained =>
        [.. Columns.Where(c => (c.Type == typeof(long) || c.Type == typeof(int)) && c.Name.EndsWith("Id", StringComparison.Ordinal) && c.Name != SiteColumn && c.Name != NumberedBy && !References.ContainsKey(c.Name)).Select(c => c.Name)];

    private static Dictionary<string, string> ReferencesOf(ITable table, string[] key)
    {
        var found = table.ForeignKeyConstraints.Where(link => link.Columns.Count == 1 && link.Columns[0].Name != SiteColumn).DistinctBy(link => link.Columns[0].Name)
            .ToDictionary(link => link.Columns[0].Name, link => link.PrincipalTable.Name);
        foreach (var column in table.Columns.Where(column => Named.ContainsKey(column.Name)))
        {
            found.TryAdd(column.Name, Named[column.Name]);
        }

        // People are known by themselves, wherever they go.
        return found.Where(link => link.Value != table.Model.Tables.First(other => other.EntityTypeMappings.Any(m => m.TypeBase.ClrType == typeof(Person))).Name).ToDictionary();
    }

    private static bool IsComputed(IColumn column) =>
        column.PropertyMappings is [var mapped, ..] && mapped.Property.ValueGenerated == ValueGenerated.OnAddOrUpdate && mapped.Property.GetBeforeSaveBehavior() == PropertySaveBehavior.Ignore;
}

/// <summary>Columns whose values stand in another table.</summary>
/// <param name="Principal">The columns they stand in there, in the same order.</param>
public sealed record TableLink(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> Principal);
