namespace GovPortal.Publishing.Web;

/// <summary>Something a module says above every public page of the visited site, such as an alert. It is asked on every page: what it needs it keeps in memory.</summary>
public interface IPageBanner
{
    /// <summary>Partial that shows it.</summary>
    string Partial { get; }

    /// <summary>What the partial shows; null says nothing.</summary>
    Task<object?> LoadAsync(CancellationToken ct);
}

public static class AbovePages
{
    /// <summary>What all modules have to say.</summary>
    public static async Task<IReadOnlyList<LoadedSection>> LoadAsync(this IEnumerable<IPageBanner> notices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var loaded = new List<LoadedSection>();
        foreach (var notice in notices)
        {
            if (await notice.LoadAsync(ct) is { } model)
            {
                loaded.Add(new LoadedSection(notice.Partial, model));
            }
        }

        return loaded;
    }
}
