using System.Collections.Concurrent;
using GovPortal.Core.Caching;

namespace GovPortal.Web.Caching;

/// <summary>
/// Answers that cost more the more content there is, such as how many items a list has, kept until what they count changes. Keys come
/// from types and kinds, never from what a visitor writes.
/// </summary>
public sealed class CountCache : IDisposable
{
    // Of ten thousand sites a few thousand are visited between two moments of forgetting.
    private const int MostTags = 20_000;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Lazy<Task<object>>>> answers = new();
    private readonly PageCache pages;

    public CountCache(PageCache pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        this.pages = pages;
        pages.Evicted += Forget;
    }

    /// <summary>The kept answer, or a new one. All who ask meanwhile wait for the same one.</summary>
    /// <param name="tag">What it counts; see <see cref="PageTag"/>.</param>
    public async Task<T> GetAsync<T>(string tag, string key, Func<Task<T>> count) where T : notnull
    {
        if (answers.Count > MostTags)
        {
            answers.Clear();
        }

        var ofTag = answers.GetOrAdd(tag, _ => new());
        var answer = ofTag.GetOrAdd(key, _ => new(async () => await count()));
        try
        {
            return (T)await answer.Value;
        }
        catch
        {
            ofTag.TryRemove(KeyValuePair.Create(key, answer));
            throw;
        }
    }

    public void Dispose() => pages.Evicted -= Forget;

    // One that is being counted now is given to those who asked before the change, and to nobody after it.
    private void Forget(IReadOnlyList<string> tags)
    {
        // Counts over all sites leave out those that are off.
        if (tags.Count == 0 || tags.Contains(PageTag.Sites))
        {
            answers.Clear();
            return;
        }

        foreach (var tag in tags)
        {
            answers.TryRemove(tag, out _);
        }
    }
}
