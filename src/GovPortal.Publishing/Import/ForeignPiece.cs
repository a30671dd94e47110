using System.Text.Json.Nodes;
using GovPortal.Core.Checking;

namespace GovPortal.Publishing.Import;

/// <summary>A piece of another system's content, said in the fields of one of our readers.</summary>
/// <param name="Line">Where it begins in its file, from 1.</param>
/// <param name="Kind">Whose fields these are: <see cref="IRecordReader.What"/>, for example <c>articles</c>.</param>
/// <param name="Key">Who it is at its source; see <see cref="IncomingItem.SourceKey"/>.</param>
public sealed record ForeignPiece(int Line, string Kind, string Key, JsonObject Fields)
{
    /// <summary>True for what its source shows to nobody: it becomes a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Where readers found it: paths with their query, or whole addresses.</summary>
    public IReadOnlyList<string> OldAddresses { get; init; } = [];

    /// <summary>Key of the page it stands below; null at the top.</summary>
    public string? UnderKey { get; init; }

    /// <summary>What relative addresses in it are relative to; null where nothing says so.</summary>
    public Uri? Base { get; init; }

    /// <summary>What was lost or changed on the way.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Why it cannot be taken in; empty when it can.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
