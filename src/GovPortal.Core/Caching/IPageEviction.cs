namespace GovPortal.Core.Caching;

/// <summary>Where it is said that kept pages no longer show what is true, by the tags of <see cref="PageTag"/>.</summary>
public interface IPageEviction
{
    /// <summary>Makes every page that shows one of these be rendered anew at its next visit.</summary>
    void Evict(params ReadOnlySpan<string> tags);

    /// <summary>The same, but the old page is not shown any more even if it cannot be rendered anew.</summary>
    void Drop(params ReadOnlySpan<string> tags);

    /// <summary>Lets go of every page.</summary>
    void Clear();
}
