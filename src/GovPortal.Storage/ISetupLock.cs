namespace GovPortal.Storage;

/// <summary>
/// Held by the one process that creates, upgrades or fills an installation. It belongs to a living process: however that ends,
/// the operating system or the database server lets it go, and nothing is left for others to wait for.
/// </summary>
public interface ISetupLock
{
    /// <returns>What to dispose in order to let go; null while another process holds it.</returns>
    Task<IAsyncDisposable?> TryTakeAsync(CancellationToken ct);

    /// <summary>Which process holds it and since when, as a person is told; null when that cannot be said.</summary>
    Task<string?> HolderAsync(CancellationToken ct);
}
