using GovPortal.Core.Configuration;
using GovPortal.Storage;

namespace GovPortal.Host;

/// <summary>Waits for the set-up lock: says who holds it, and does not wait for ever.</summary>
internal sealed class SetupGate(ISetupLock setupLock, IConfiguration settings, TimeProvider clock, ILogger<SetupGate> logger)
{
    public const string Setting = "GovPortal:SetupPatience";

    // Longer than the demo province takes on a slow machine.
    private const int UsualSeconds = 300;
    private const int MostSeconds = 86_400;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    // Who has only just taken it has not said yet who they are.
    private static readonly TimeSpan NamesItself = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SayAgain = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">Another process still holds it at the end of the patience; the sentence says which.</exception>
    public async Task<IAsyncDisposable> EnterAsync(CancellationToken ct)
    {
        var patience = Patience();
        var start = clock.GetTimestamp();
        var saidAt = TimeSpan.MinValue;
        while (true)
        {
            if (await setupLock.TryTakeAsync(ct) is { } held)
            {
                return held;
            }

            var waited = clock.GetElapsedTime(start);
            var named = await setupLock.HolderAsync(ct);
            var holder = string.IsNullOrEmpty(named) ? "unknown" : named;
            if (waited >= patience)
            {
                throw new InvalidOperationException($"Another process is still preparing this installation ({holder}) after {patience.TotalSeconds:0} s of waiting. Let it finish or end it, then start again; {Setting} says how many seconds to wait.");
            }

            if (saidAt == TimeSpan.MinValue ? named is { Length: > 0 } || waited >= NamesItself : waited - saidAt >= SayAgain)
            {
                saidAt = waited;
                logger.LogWarning(new EventId(1, "WaitingForSetup"), "Another process is preparing this installation ({Holder}). Waiting for it, at most {Seconds} s", holder, patience.TotalSeconds);
            }

            await Task.Delay(Pause, clock, ct);
        }
    }

    private TimeSpan Patience() => TimeSpan.FromSeconds(settings.Number(Setting, UsualSeconds, 0, MostSeconds));
}
