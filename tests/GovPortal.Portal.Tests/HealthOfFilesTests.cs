using System.Net;
using GovPortal.Core.Security;
using GovPortal.Media;
using GovPortal.Publishing.Files;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Health knows of files that are no longer what was stored: at once what somebody met, within a round what is missing or has another length. Its log holds warnings on purpose.</summary>
public sealed class HealthOfFilesTests
{
    [Fact]
    public async Task A_damaged_original_is_told_by_health_when_a_reader_met_it_and_when_nobody_did()
    {
        await using var portal = new SqlitePortal();
        var (site, bytes) = (await portal.WithRecipeAsync("commune"), Samples.Pdf("Quyet dinh con nguyen"));
        var editor = await site.SignInAsAsync(Role.Author);
        var path = (await editor.UploadAsync(site, "quyet-dinh.pdf", bytes)).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;
        await site.ShowAsync(path);
        var disk = portal.Services.GetRequiredService<FileStore>().PathOf(FileStore.HashOf(bytes));
        var looking = portal.Services.GetRequiredService<MediaCheck>();
        await BecomesAsync(portal, "media", "Healthy");
        (Action Damage, Func<Task> Meet)[] ways =
        [
            (() => File.WriteAllBytes(disk, bytes[..100]), async () => (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound)),
            (() => File.WriteAllBytes(disk, bytes[..100]), () => looking.LookOnAsync(CancellationToken.None)),
            (() => File.WriteAllBytes(disk, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]), () => looking.LookOnAsync(CancellationToken.None)),
            (() => File.Delete(disk), () => looking.LookOnAsync(CancellationToken.None)),
            (() => Rot(disk, bytes), () => CheckAsync(portal, looking)),
        ];

        foreach (var (damage, meet) in ways)
        {
            damage();
            await meet();
            await BecomesAsync(portal, "media", "Degraded");

            (await editor.UploadAsync(site, "quyet-dinh.pdf", bytes)).Insist(HttpStatusCode.Created);
            await BecomesAsync(portal, "media", "Healthy");
        }
    }

    [Fact]
    public async Task Keys_that_are_gone_are_told()
    {
        await using var portal = new SqlitePortal();
        await portal.StartAsync();
        await BecomesAsync(portal, "keys", "Healthy");
        var (keys, aside) = (Path.Combine(portal.DataPath, "keys"), Path.Combine(portal.DataPath, "keys-aside"));

        Directory.Move(keys, aside);
        await BecomesAsync(portal, "keys", "Unhealthy");
        Directory.Delete(keys, recursive: true);
        await File.WriteAllTextAsync(keys, "");
        await BecomesAsync(portal, "keys", "Unhealthy");
        File.Delete(keys);
        Directory.Move(aside, keys);

        await BecomesAsync(portal, "keys", "Healthy");
    }

    /// <summary>The command finds it and tells the server, which looks for itself.</summary>
    private static async Task CheckAsync(PortalFixture portal, MediaCheck looking)
    {
        Assert.Contains("others than were stored", (await portal.RunAsync("check")).Insist(1).Output, StringComparison.Ordinal);
        await looking.LookOnAsync(CancellationToken.None);
    }

    // Nobody wrote it: its length and its time are what they were.
    private static void Rot(string disk, byte[] bytes)
    {
        var writtenAt = File.GetLastWriteTimeUtc(disk);
        File.WriteAllBytes(disk, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        File.SetLastWriteTimeUtc(disk, writtenAt);
    }

    private static Task BecomesAsync(PortalFixture portal, string part, string status) => Eventually.BecomesTrueAsync($"{part} is {status}", async () =>
        (await portal.NewVisitor().GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty(part).GetProperty("status").GetString() == status);
}
