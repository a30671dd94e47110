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
        var verb = portal.RunAsProcessAsync("tenant", "disable", site.Name);
        await Task.Delay(TimeSpan.FromSeconds(12));
        await held.DisposeAsync();

        var ended = (await verb).Insist(Verbs.Done);

        Assert.Contains("is locked by another program. Waiting for it, at most 30 s", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_waited_in_vain_ends_with_one_sentence_and_has_done_nothing()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var lines = Path.Combine(portal.DataPath, "articles.jsonl");
        await File.WriteAllTextAsync(lines, "{\"title\":\"Bài\",\"slug\":\"bai\",\"body\":\"<p>Nội dung</p>\"}\n");
        await using var held = await portal.HoldWritingAsync();

        var ended = await Task.WhenAll(new string[][] { ["import", "articles", lines, "--tenant", site.Name], ["tenant", "disable", site.Name] }.Select(words => portal.RunAsProcessAsync(words))).WaitAsync(TimeSpan.FromSeconds(55));

        Assert.All(ended, verb =>
        {
            verb.Insist(Verbs.WrongUse);
            var said = verb.Errors.Trim().Split('\n');
            Assert.Equal(2, said.Length);
            Assert.Contains("Waiting for it", said[0], StringComparison.Ordinal);
            Assert.Contains("is locked by another program. End it", said[1], StringComparison.Ordinal);
        });
        (await portal.RunAsync("tenant", "list")).Insist(Verbs.Done);
    }
}
