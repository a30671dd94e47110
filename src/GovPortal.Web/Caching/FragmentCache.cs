using GovPortal.Core.Caching;
using GovPortal.Core.Tenancy;
using Microsoft.Extensions.Caching.Memory;

namespace GovPortal.Web.Caching;

/// <summary>
/// Rendered parts that many pages share, such as the head and the foot of a site, until something they show changes. They go by the same
/// tags as pages, and before them.
/// </summary>
public sealed class FragmentCache : IDisposable
{
    // Heads and feet of a few hundred busy sites in both languages, and the bodies that are read most.
    private const long Budget = 48L << 20;

    private const double GivenUp = 0.1;

    // What other processes change without telling, such as the widths of a picture, is seen after this.
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(10);

    private readonly PageCache pages;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Budget, CompactionPercentage = GivenUp });
    private readonly Dictionary<string, HashSet<Fragment>> showing = [];
    private readonly HashSet<PageDependencies> rendering = [];
    private readonly System.Threading.Lock gate = new();

    public FragmentCache(PageCache pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        this.pages = pages;
        pages.Evicted += Forget;
    }

    public void Dispose()
    {
        pages.Evicted -= Forget;
        kept.Dispose();
    }

    /// <summary>The kept part, which the page being rendered then shows.</summary>
    internal Fragment? Find(FragmentKey key)
    {
        if (!kept.TryGetValue(key, out Fragment? fragment) || fragment!.IsStale)
        {
            return null;
        }

        foreach (var tag in fragment.Tags)
        {
            PageDependencies.Add(tag);
        }

        // It may have changed while the page was told of it; then the page knows of the change.
        return fragment.IsStale ? null : fragment;
    }

    /// <summary>From now on every change counts against the part these notes are of.</summary>
    /// <returns>Null where it cannot be kept: no page is being rendered, or something changed since that began.</returns>
    internal PageDependencies? BeginNotes()
    {
        if (PageDependencies.BeginPart() is not { } notes)
        {
            return null;
        }

        lock (gate)
        {
            rendering.Add(notes);
        }

        // What the page has read before the part was begun is shown in it too.
        if (pages.IsUntouched(notes.Whole!))
        {
            return notes;
        }

        EndNotes(notes);
        return null;
    }

    internal void EndNotes(PageDependencies notes)
    {
        notes.EndPart();
        lock (gate)
        {
            rendering.Remove(notes);
        }
    }

    /// <summary>Keeps a part, unless what it shows changed while it was rendered.</summary>
    internal void Keep(FragmentKey key, Fragment fragment, PageDependencies notes)
    {
        lock (gate)
        {
            // A part that changes by itself at some instant is rendered for each page that shows it; the page is kept until then.
            if (!notes.MayBeKept || notes.End is not null)
            {
                return;
            }

            foreach (var tag in fragment.Tags)
            {
                if (!showing.TryGetValue(tag, out var fragments))
                {
                    showing[tag] = fragments = [];
                }

                fragments.Add(fragment);
            }
        }

        using var entry = kept.CreateEntry(key);
        entry.Size = fragment.Size;
        entry.Value = fragment;
        entry.AbsoluteExpirationRelativeToNow = longest;
        entry.RegisterPostEvictionCallback((_, value, _, _) => Unlink((Fragment)value!));
    }

    private void Forget(IReadOnlyList<string> tags)
    {
        lock (gate)
        {
            foreach (var notes in rendering)
            {
                if (tags.Count == 0)
                {
                    notes.ChangeEverything();
                }

                notes.Note([.. tags]);
            }

            foreach (var fragment in tags.Count == 0 ? showing.Values.SelectMany(all => all) : tags.SelectMany(tag => showing.GetValueOrDefault(tag, [])))
            {
                fragment.IsStale = true;
            }
        }

        if (tags.Count == 0)
        {
            kept.Clear();
        }
    }

    private void Unlink(Fragment fragment)
    {
        lock (gate)
        {
            foreach (var tag in fragment.Tags)
            {
                if (showing.TryGetValue(tag, out var fragments) && fragments.Remove(fragment) && fragments.Count == 0)
                {
                    showing.Remove(tag);
                }
            }
        }
    }
}

/// <summary>
/// Whose part it is, and which. A site is the very object of the directory: with its next settings, or with settings that are only tried, it is
/// another one.
/// </summary>
/// <param name="Day">The agency's, since parts may say it.</param>
/// <param name="Variant">Whatever else the part depends on that is not a tag.</param>
internal sealed record FragmentKey(Tenant Site, string Language, string Root, bool IsByHost, DateOnly Day, string Name, string Variant)
{
    public bool Equals(FragmentKey? other) =>
        other is not null && ReferenceEquals(Site, other.Site) && Day == other.Day && IsByHost == other.IsByHost
        && Variant == other.Variant && Name == other.Name && Language == other.Language && Root == other.Root;

    public override int GetHashCode() => HashCode.Combine(Site.Id, Language, Root, IsByHost, Day, Name, Variant);
}

/// <summary>A rendered part.</summary>
/// <param name="Pieces">Its HTML, cut where each page puts something of its own.</param>
internal sealed class Fragment(string[] pieces, string[] tags)
{
    private const int Overhead = 600;

    private volatile bool isStale;

    public IReadOnlyList<string> Pieces => pieces;

    public IReadOnlyList<string> Tags => tags;

    /// <summary>Bytes of memory it takes.</summary>
    public int Size { get; } = Overhead + pieces.Sum(piece => piece.Length * sizeof(char)) + tags.Sum(tag => 64 + (tag.Length * sizeof(char)));

    public bool IsStale { get => isStale; set => isStale = value; }
}
