using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovPortal.Migration.Tables;

/// <summary>Which column becomes which field; the file of <c>--map</c>.</summary>
internal sealed record TableMap
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What a row is: the word after <c>import</c> of one of our own readers.</summary>
    public string As { get; init; } = "articles";

    /// <summary>Name of the sheet of a workbook; null takes the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>What parts the cells of a line; null finds out.</summary>
    public char? Separator { get; init; }

    /// <summary>Row that names the columns, from 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Name of a column to name of a field; empty takes columns that are called as fields.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that every row has alike.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <summary>The column that says who a row is at its source; null takes what the reader takes.</summary>
    public string? Key { get; init; }

    /// <summary>The column with the address a row had at its source; null for none.</summary>
    public string? OldAddress { get; init; }

    /// <exception cref="JsonException">It is no such file.</exception>
    public static TableMap Read(string? path)
    {
        if (path is null)
        {
            return new TableMap();
        }

        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<TableMap>(file, Options) ?? new TableMap();
    }
}
