using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GovPortal.Storage.Rows;

/// <summary>Every table of the installation, read from the model: what a module describes is carried without being named anywhere else.</summary>
public sealed class InstallationShape
{
    private InstallationShape(IModel model)
    {
        var found = model.GetRelationalModel().Tables.Select(table => new TableShape(table)).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<TableShape>();
        while (found.Count > 0)
        {
            var next = found.FirstOrDefault(table => table.Needs.All(need => ordered.Any(before => before.Name == need)))
                ?? throw new NotSupportedException($"The tables {string.Join(", ", found.Select(t => t.Name))} need each other in a circle, so their rows cannot be carried in any order.");
            ordered.Add(next);
            found.Remove(next);
        }

        Tables = ordered;
    }

    /// <summary>In an order in which rows can be added: what others need comes first.</summary>
    public IReadOnlyList<TableShape> Tables { get; }

    /// <summary>Tables of sites whose rows the export of a site takes.</summary>
    public IEnumerable<TableShape> Exported => Tables.Where(table => table.IsOfSites && table.Carrying == Carrying.Export);

    /// <summary>Tables whose rows a backup takes.</summary>
    public IEnumerable<TableShape> BackedUp => Tables.Where(table => table.Carrying != Carrying.Nothing);

    /// <summary>Tells one form of the tables from another: two programs with the same print read each other's backups.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Tables.OrderBy(t => t.Name, StringComparer.Ordinal)
        .Select(table => $"{table.Name}({string.Join(',', table.Columns.Select(c => $"{c.Name} {c.Type.Name}{(c.IsNullable ? "?" : "")}"))})")))))[..16];

    public TableShape Of(string name) => Tables.First(table => table.Name == name);

    public static InstallationShape Of(PortalDb db) => new(db.Model);
}
