namespace GovPortal.Events.Delegates;

/// <summary>
/// Lets one registration after the other take its place on this server: they take milliseconds, and many come in the minute an event opens.
/// Between servers the database decides.
/// </summary>
public sealed class RegistrationTurn : IDisposable
{
    private readonly SemaphoreSlim place = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> register, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(register);
        await place.WaitAsync(ct);
        try
        {
            return await register();
        }
        finally
        {
            place.Release();
        }
    }

    public void Dispose() => place.Dispose();
}
