using GovPortal.Core.Checking;

namespace GovPortal.Media;

/// <summary>One act for several files: each is done or says why not; what one refuses hinders no other.</summary>
public sealed class ManyFiles(FileLibrary library)
{
    /// <param name="folder">Null takes them out of every folder.</param>
    public Task<IReadOnlyList<FileRefusal>> MoveAsync(IEnumerable<long> ids, string? folder, Guid? by, CancellationToken ct) =>
        DescribeAsync(ids.Select(id => (id, (Func<FileNotes, FileNotes>)(notes => notes with { Folder = folder }))), by, ct);

    /// <summary>Says pictures to those who do not see them. Empty words change nothing.</summary>
    public Task<IReadOnlyList<FileRefusal>> DescribeAsync(IEnumerable<KeyValuePair<long, string?>> alts, Guid? by, CancellationToken ct) =>
        DescribeAsync(alts.Where(alt => !string.IsNullOrWhiteSpace(alt.Value)).Select(alt => (alt.Key, (Func<FileNotes, FileNotes>)(notes => notes with { Alt = alt.Value }))), by, ct);

    public async Task<IReadOnlyList<FileRefusal>> DeleteAsync(IEnumerable<long> ids, Guid? by, CancellationToken ct)
    {
        var refused = new List<FileRefusal>();
        foreach (var id in ids)
        {
            if (await library.FindAsync(id, ct) is { } card && await library.DeleteAsync(id, by, ct) is { } refusal)
            {
                refused.Add(new FileRefusal(card.File.Title, refusal));
            }
        }

        return refused;
    }

    private async Task<IReadOnlyList<FileRefusal>> DescribeAsync(IEnumerable<(long Id, Func<FileNotes, FileNotes> Change)> changes, Guid? by, CancellationToken ct)
    {
        var refused = new List<FileRefusal>();
        foreach (var (id, change) in changes)
        {
            if (await library.FindAsync(id, ct) is not { File.DeletedAt: null } card)
            {
                continue;
            }

            var before = FileNotes.Of(card.File);
            if (await library.DescribeAsync(id, change(before), before.Print, by, ct) is { } refusal)
            {
                refused.Add(new FileRefusal(card.File.Title, refusal));
            }
        }

        return refused;
    }
}

/// <param name="Title">Of the file that was left as it is.</param>
public sealed record FileRefusal(string Title, Refusal Refusal);
