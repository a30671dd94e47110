using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Caching;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace GovPortal.Publishing.Files;

/// <summary>
/// What pages need to know of the pictures they show: the widths they lie ready in and the point that stays in sight; and whether other files that
/// they link to are their site's. Kept in memory, so that a page asks the database once for all its pictures at most, and mostly not at all;
/// forgotten when the picture's tag is evicted.
/// </summary>
public sealed partial class PictureSources : IDisposable
{
    private const int Most = 50_000;
    private const int MostTurns = 4;

    // Another process may have made the widths, or moved the focal point; nobody tells this one.
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private static readonly TimeSpan LifeOfUnready = TimeSpan.FromMinutes(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly PageCache pages;
    private long changes;

    public PictureSources(PageCache pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        this.pages = pages;
        pages.Evicted += Forget;
    }

    /// <summary>What is known of a picture; null where nothing is, and its address alone must do.</summary>
    /// <param name="path">Its address below its site's root.</param>
    public PictureFacts? Of(Tenant owner, string path)
    {
        var tag = PageTag.Picture(owner.Id, path);
        PageDependencies.Add(tag);
        return known.TryGetValue(tag, out PictureFacts? facts) && facts is { Width: > 0 } ? facts : null;
    }

    /// <summary>Whether the site has a file, of whatever kind, though nothing may be known of it as a picture: it is no picture, or waits to be looked at.</summary>
    public bool Has(Tenant owner, string path)
    {
        var tag = PageTag.Picture(owner.Id, path);
        PageDependencies.Add(tag);
        return known.TryGetValue(tag, out PictureFacts? facts) && facts is { Name.Length: > 0 };
    }

    public void Dispose()
    {
        pages.Evicted -= Forget;
        known.Dispose();
    }

    /// <summary>Reads what is not known yet of these pictures, in one question; none where all is known.</summary>
    /// <param name="files">The files that may be seen.</param>
    internal async Task LearnAsync(IQueryable<StoredFile> files, IEnumerable<(int TenantId, string? Path)> pictures, CancellationToken ct)
    {
        var missing = pictures.Where(p => PrintOf(p.Path) is not null && !known.TryGetValue(PageTag.Picture(p.TenantId, p.Path!), out _)).Distinct().ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var prints = missing.Select(p => PrintOf(p.Path)!).Distinct().ToArray();
        var tenants = missing.Select(p => p.TenantId).Distinct().ToArray();
        List<Row>? rows = null;
        for (var turn = 0; rows is null && turn < MostTurns; turn++)
        {
            // What was forgotten while it was read may have been read before it changed.
            var before = Interlocked.Read(ref changes);
            var read = await files.Where(f => tenants.Contains(f.TenantId) && prints.Contains(f.Print) && f.DeletedAt == null)
                .Select(f => new Row(f.TenantId, f.Print, f.Name, f.Width ?? 0, f.Height ?? 0, f.FocusX, f.FocusY, f.Renditions, f.Caption, f.Credit)).ToListAsync(ct);
            rows = Interlocked.Read(ref changes) == before ? read : null;
        }

        if (rows is null)
        {
            PageDependencies.PreventCaching();
            return;
        }

        foreach (var (tenantId, path) in missing)
        {
            var row = rows.FirstOrDefault(r => r.TenantId == tenantId && r.Path == path);
            var facts = row is null ? PictureFacts.Unknown : new PictureFacts(row.Print, row.Name, row.Width, row.Height, WidthsIn(row.Renditions), row.FocusX, row.FocusY) { Caption = row.Caption, Credit = row.Credit };
            known.Set(PageTag.Picture(tenantId, path!), facts, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = row?.Renditions is null ? LifeOfUnready : Life });
        }
    }

    internal static IReadOnlyList<int> WidthsIn(string? renditions) =>
        [.. (renditions ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(width => int.Parse(width, CultureInfo.InvariantCulture))];

    private static string? PrintOf(string? path) =>
        path is not null && path.StartsWith("/tep/", StringComparison.Ordinal) && path.Split('/') is [_, _, { Length: StoredFile.PrintLength } print, _] ? print : null;

    /// <summary>Addresses of the files that a body as JSON shows or links to, below the root of its site.</summary>
    internal static IEnumerable<string> PathsIn(string body) =>
        body.Contains("/tep/", StringComparison.Ordinal) ? FilePath().Matches(body).Select(match => match.Value).Distinct() : [];

    [GeneratedRegex(@"/tep/[0-9a-f]{16}/[\w.~%-]+", RegexOptions.IgnoreCase)]
    private static partial Regex FilePath();

    private void Forget(IReadOnlyList<string> tags)
    {
        // A busy portal changes something at every moment; only pictures make what was read of pictures stale.
        var pictures = tags.Where(tag => tag.StartsWith("picture ", StringComparison.Ordinal)).ToArray();
        if (pictures.Length > 0 || tags.Count == 0)
        {
            Interlocked.Increment(ref changes);
        }

        foreach (var tag in pictures)
        {
            known.Remove(tag);
        }

        if (tags.Count == 0)
        {
            known.Clear();
        }
    }

    private sealed record Row(int TenantId, string Print, string Name, int Width, int Height, int? FocusX, int? FocusY, string? Renditions, string? Caption, string? Credit)
    {
        public string Path => $"/tep/{Print}/{Uri.EscapeDataString(Name)}";
    }
}

/// <summary>A picture as pages show it.</summary>
/// <param name="Widths">In which it lies ready, smallest first; none while they are being made.</param>
/// <param name="FocusX">Percent from the left; null is the middle.</param>
public sealed record PictureFacts(string Print, string Name, int Width, int Height, IReadOnlyList<int> Widths, int? FocusX, int? FocusY)
{
    internal static readonly PictureFacts Unknown = new("", "", 0, 0, [], null, null);

    /// <summary>What the library says below it.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made it, as it must be named.</summary>
    public string? Credit { get; init; }

    /// <summary>Address of a rendition below the site's root.</summary>
    /// <param name="ending"><c>.webp</c> or <c>.avif</c>.</param>
    public string PathOf(int width, string ending) => RenditionPath(Print, Name, width, ending);

    /// <summary>Where in the picture the focal point lies, in steps of ten percent, as style sheets know it; empty in the middle.</summary>
    public string FocusClass => FocusX is null && FocusY is null ? "" : string.Create(CultureInfo.InvariantCulture, $"gp-focus-x-{Step(FocusX)} gp-focus-y-{Step(FocusY)}");

    public static string RenditionPath(string print, string name, int width, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"/tep/{print}/{width}/{Uri.EscapeDataString(Path.GetFileNameWithoutExtension(name))}{ending}");

    private static int Step(int? percent) => (int)Math.Round((percent ?? 50) / 10.0, MidpointRounding.AwayFromZero) * 10;
}

/// <summary>A picture for the partial <c>_Picture</c>.</summary>
/// <param name="Owner">Whose file it is.</param>
/// <param name="Path">Its address below that site's root.</param>
public sealed record PictureOf(Tenant Owner, string Path)
{
    public string Alt { get; init; } = "";
    public string? Class { get; init; }
    public int Width { get; init; } = 800;
    public int Height { get; init; } = 450;

    /// <summary>True where it is drawn in its own shape: width and height are its own as soon as they are known.</summary>
    public bool KeepsShape { get; init; }

    /// <summary>How wide it is shown, as the attribute <c>sizes</c> says it.</summary>
    public required string Sizes { get; init; }

    /// <summary>False for what is seen first.</summary>
    public bool IsLazy { get; init; } = true;

    /// <summary>Language of the alternative text, where it differs from what surrounds it.</summary>
    public string? Language { get; init; }
}
