using System.Diagnostics;

namespace GovPortal.Testing;

/// <summary>Waits for what happens by itself a little later, such as the search index following a publication.</summary>
public static class Eventually
{
    // Far more than any follower needs, so that a busy machine never makes a test fail; less than the silence that ends a run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Asks again until the answer is yes; fails with the law that did not come true.</summary>
    public static async Task BecomesTrueAsync(string law, Func<Task<bool>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await ask())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"It did not come true: {law}");
            }

            await Task.Delay(Pause);
        }
    }
}
