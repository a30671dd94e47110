namespace GovPortal.Publishing.Files;

/// <summary>Wakes who works on files as soon as there is something to do in this process; the work itself stands in the database.</summary>
public sealed class FileQueue
{
    private volatile TaskCompletionSource signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when work was added after the call.</summary>
    public Task Added => signal.Task;

    public void Wake() =>
        Interlocked.Exchange(ref signal, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
