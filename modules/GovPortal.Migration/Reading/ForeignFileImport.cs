using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Reading;

/// <summary>The way of every import of a foreign file: is it one of its kind, then piece by piece.</summary>
internal abstract class ForeignFileImport(ForeignImport journey, FileKinds kinds, Texts texts) : IFileImport
{
    public abstract string What { get; }

    public virtual ImportSource Source => ImportSource.File;

    public virtual bool NeedsSite => true;

    public async Task<ImportReport> RunAsync(FileImportOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var report = new ImportReport { What = What, File = NameOf(order.Path), IsDryRun = order.IsDryRun };
        if (Source != ImportSource.Address && !Directory.Exists(order.Path) && kinds.WrongFor(What, order.Path, Accepted) is { } wrong)
        {
            (report.IsWrongFile, report.Stopped) = (true, wrong);
            return report;
        }

        try
        {
            var told = new Told(texts);
            var packed = PackedOf(order);
            using var owned = packed as IDisposable;
            await journey.RunAsync(report, order, PiecesOf(order, packed, told, ct), packed, ct);
            report.Notes.AddRange(told.Notes);
        }
        catch (InvalidDataException hostile)
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.Filled(Texts.English, "migration.archive", hostile.Message));
        }

        return report;
    }

    /// <summary>Kinds of files it reads, as <see cref="FileKinds.Of"/> names them.</summary>
    protected abstract string[] Accepted { get; }

    protected FileKinds Kinds => kinds;

    /// <summary>The files in the export; null where it holds none.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged or made to do harm.</exception>
    protected virtual IPackedFiles? PackedOf(FileImportOrder order) => null;

    protected abstract IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, CancellationToken ct);

    private static string NameOf(string path) => Path.GetFileName(path.TrimEnd('/')) is { Length: > 0 } name ? name : path;
}

/// <summary>What is odd about a whole export, each said once however often it comes.</summary>
internal sealed class Told(Texts texts)
{
    private readonly SortedDictionary<(string Key, string About), int> counts = [];

    /// <param name="key">Of a sentence with the count and what it is about.</param>
    public void Count(string key, string about = "", int many = 1) => counts[(key, about)] = counts.GetValueOrDefault((key, about)) + many;

    public IEnumerable<string> Notes => counts.Select(one => texts.Filled(Texts.English, one.Key.Key, one.Value.ToString(CultureInfo.InvariantCulture), one.Key.About));
}
