using System.Globalization;

namespace GovPortal.Portal.Tests;

/// <summary>
/// Kills the program 10 times at moments drawn by lot, 100 times where <c>GOVPORTAL_TEST_ALL</c> is 1, and sees that every start
/// works and nothing acknowledged is lost. <c>GOVPORTAL_TEST_SEED</c> draws the same lots again.
/// </summary>
public sealed class KillingTests(ITestOutputHelper output)
{
    private const int KillsOfARound = 10;

    [Fact]
    public async Task Whatever_is_killed_whenever_every_start_works_and_nothing_acknowledged_is_lost()
    {
        var rounds = Environment.GetEnvironmentVariable("GOVPORTAL_TEST_ALL") == "1" ? 10 : 1;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GOVPORTAL_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{rounds * KillsOfARound} kills, GOVPORTAL_TEST_SEED={seed}");
        for (var round = 0; round < rounds; round++)
        {
            using var installation = new KilledInstallation(new Random(seed + round));
            try
            {
                await installation.KillFirstStartsAsync();
                await installation.EndAStartAsync();
                await installation.KillPublishingAsync();
                await installation.KillAStartAsync();
                await installation.KillUploadingAsync();
                await installation.KillImportAsync();
                await installation.InsistOnAllAsync();
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"GOVPORTAL_TEST_SEED={seed + round} fails: {fault.Message}", fault);
            }

            output.WriteLine($"round {round + 1}: {installation.Figures}");
        }
    }
}
