using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Web;

/// <summary>Something a module can say on a page of another's about the files that stand there, such as whether they are signed.</summary>
public interface IFilesSection
{
    /// <summary>Name of the module it belongs to; it is left out where the module is off.</summary>
    string Module { get; }

    /// <summary>Partial that shows it.</summary>
    string Partial { get; }

    /// <summary>What the partial shows; null leaves the section out.</summary>
    /// <param name="files">Addresses of files of the visited site, <c>/tep/…</c>, with the names readers see.</param>
    Task<object?> LoadAsync(IReadOnlyList<ShownFile> files, CancellationToken ct);
}

/// <summary>A file as a page shows it.</summary>
public sealed record ShownFile(string Path, string Name);

/// <summary>A section with what it shows.</summary>
public sealed record LoadedSection(string Partial, object Model);

public static class FilesSections
{
    /// <summary>What all modules that are on have to say about files.</summary>
    public static async Task<IReadOnlyList<LoadedSection>> LoadAsync(this IEnumerable<IFilesSection> sections, ModuleList modules, Tenant tenant, IReadOnlyList<ShownFile> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(modules);
        var loaded = new List<LoadedSection>();
        foreach (var section in files.Count == 0 ? [] : sections.Where(s => modules.IsOn(s.Module, tenant)))
        {
            if (await section.LoadAsync(files, ct) is { } model)
            {
                loaded.Add(new LoadedSection(section.Partial, model));
            }
        }

        return loaded;
    }
}
