using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Import;

/// <summary>Takes in a file that holds no content but something else line by line, such as a calendar.</summary>
public interface IFileImport
{
    /// <summary>The word after <c>import</c>.</summary>
    string What { get; }

    /// <param name="path">An existing file.</param>
    /// <param name="target">The site it is for; null for the whole installation.</param>
    Task<ImportReport> RunAsync(string path, Tenant? target, bool isDryRun, CancellationToken ct);
}
