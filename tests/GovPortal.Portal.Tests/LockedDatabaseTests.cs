using GovPortal.Host.Commands;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>A database that another program keeps to itself is waited for aloud and not for ever. On a portal of its own, for nobody can write to it meanwhile.</summary>
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task A_verb_says_that_it_waits_and_goes_on_when_the_database_is_free()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var held = await portal.HoldWritingAsync();
        using var verb = ServerProcess.Start(portal.Settings, "tenant", "disable", site.Name);
        await Eventually.BecomesTrueAsync("it says that it waits", () => Task.FromResult(verb.Said.Contains("is locked by another program. Waiting for it, at most 30 s", StringComparison.Ordinal)));

        await held.DisposeAsync();
        await verb.EndedAsync();

        Assert.True(verb.Code == Verbs.Done, verb.Said);
    }

    [Fact]
    public async Task A_verb_that_waited_in_vain_ends_with_one_sentence_and_has_done_nothing()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var lines = Path.Combine(portal.DataPath, "articles.jsonl");
        await File.WriteAllTextAsync(lines, "{\"title\":\"Bài\",\"slug\":\"bai\",\"body\":\"<p>Nội dung</p>\"}\n");
        await using var held = await portal.HoldWritingAsync();

        var ended = await Task.WhenAll(new string[][] { ["import", "articles", lines, "--tenant", site.Name], ["tenant", "disable", site.Name] }.Select(words => portal.RunAsProcessAsync(words))).WaitAsync(TimeSpan.FromMinutes(3));

        Assert.All(ended, verb =>
        {
            verb.Insist(Verbs.WrongUse);
            var said = verb.Errors.Trim().Split('\n');
            Assert.Contains("Waiting for it", said[0], StringComparison.Ordinal);
            Assert.Contains("is locked by another program. End it", said[^1], StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", verb.Errors, StringComparison.Ordinal);
        });
        (await portal.RunAsync("tenant", "list")).Insist(Verbs.Done);
    }
}
