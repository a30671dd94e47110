using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Import;

/// <summary>Takes in what is no file of records, one a line: a calendar, the export of another system, a site that is still on the web.</summary>
public interface IFileImport
{
    /// <summary>The word after <c>import</c>.</summary>
    string What { get; }

    /// <summary>What stands behind the word.</summary>
    ImportSource Source => ImportSource.File;

    /// <summary>True when everything goes to one site, which must be named.</summary>
    bool NeedsSite => false;

    Task<ImportReport> RunAsync(FileImportOrder order, CancellationToken ct);
}

/// <summary>What an import reads.</summary>
public enum ImportSource
{
    File,
    FileOrFolder,

    /// <summary>An address on the web.</summary>
    Address,
}

/// <summary>What is to be taken in, and how.</summary>
/// <param name="Path">An existing file or folder, or an address, as <see cref="IFileImport.Source"/> says.</param>
/// <param name="Target">The site it is for; null where each record finds its own, or for the whole installation.</param>
public sealed record FileImportOrder(string Path, Tenant? Target, bool IsDryRun)
{
    /// <summary>A JSON file that says which column becomes which field; null for none.</summary>
    public string? Map { get; init; }

    /// <summary>A folder with the files of the old site, below it as below its root; null fetches them from their addresses.</summary>
    public string? Files { get; init; }

    /// <summary>Where the old site stood, for addresses that do not say it; null where the export says so itself.</summary>
    public Uri? OldSite { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }
}
