using System.Text.Json;
using GovPortal.Core.Checking;

namespace GovPortal.Publishing.Import;

/// <summary>Understands one kind of foreign record and makes it a body of a content type.</summary>
public interface IRecordReader
{
    /// <summary>The word after <c>import</c>: <c>procedures</c>, <c>documents</c>, <c>articles</c>.</summary>
    string What { get; }

    /// <summary>Which fields its records have; what does not fit is refused before it is read.</summary>
    RecordShape Shape { get; }

    ForeignRecord Read(JsonElement json);
}

/// <summary>A record as read: a body, or why there is none.</summary>
public sealed record ForeignRecord
{
    /// <summary>Who the record is at its source; see <see cref="IncomingItem.SourceKey"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>True when the record names itself by nothing but title and day; see <see cref="IncomingItem.IsKeyGuessed"/>.</summary>
    public bool IsKeyGuessed { get; init; }
    public string Title { get; init; } = "";
    public object? Body { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? Slug { get; init; }

    /// <summary>Codes of the agencies whose site it belongs on, best first.</summary>
    public IReadOnlyList<string> AgencyCodes { get; init; } = [];

    /// <summary>Name of the agency where records carry no code; placed only where a site bears exactly this name.</summary>
    public string? AgencyName { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What was lost or changed on the way, for the report: a missing picture, a repaired code.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>True for what its source shows to nobody: it becomes a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Where readers found it before; they are led on from there.</summary>
    public IReadOnlyList<string> OldAddresses { get; init; } = [];

    /// <summary>Key of the page it stands below; null at the top.</summary>
    public string? UnderKey { get; init; }

    /// <param name="isTwin">True when one of this guessed key and other words came before it.</param>
    public IncomingItem ToItem(bool isTwin = false) => new(Key, Body!, PublishedAt, Slug) { IsKeyGuessed = IsKeyGuessed, IsTwin = isTwin, IsDraft = IsDraft };

    public static ForeignRecord Refused(string code, string field, string? value) =>
        new() { Refusals = [new Refusal(code, field, Shorten(value))] };

    public static string? Shorten(string? value) => value is { Length: > 80 } ? value[..79] + "…" : value;
}
