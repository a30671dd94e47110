using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Operations.Tests;

/// <summary>What the guides for administrators say works as it stands there.</summary>
public sealed partial class OperationsGuideTests(SqlitePortal portal) : OperationsTest(portal)
{
    [Fact]
    public async Task The_commands_for_backups_and_checks_do_what_the_guide_says()
    {
        await using var own = new SqlitePortal();
        await own.StartAsync();
        await own.FilledAsync();

        Assert.Equal(["backup create", "backup restore", "check", "check --mend"], await RunAllAsync(own, "backup.md", []));
    }

    [Fact]
    public async Task The_commands_for_one_site_do_what_the_guide_says()
    {
        var site = (await Portal.FilledAsync()).Site.Name;

        // As it was called it comes back once it is gone.
        Assert.Equal(["tenant export", "tenant import", "tenant import", "tenant delete"], await RunAllAsync(Portal, "export.md", new() { ["so-y-te"] = site }, async words =>
        {
            if (words is ["tenant", "import", _])
            {
                (await Portal.RunAsync("tenant", "delete", site, "--yes")).Insist(0);
            }
        }));
    }

    [Fact]
    public async Task The_commands_of_an_upgrade_do_what_the_guide_says()
    {
        await using var own = new SqlitePortal();
        await own.StartAsync();

        Assert.Equal(["backup create", "check", "backup restore"], await RunAllAsync(own, "upgrade.md", []));
    }

    [Fact]
    public void Settings_that_packages_and_guides_name_exist()
    {
        var known = Setting().Matches(Repository.Read("docs/operations/install.md")).Select(match => match.Value).ToHashSet();
        var code = string.Concat(Repository.Files(".cs").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read));

        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "packaging"), "*", SearchOption.AllDirectories))
        {
            Assert.All(Setting().Matches(File.ReadAllText(path)).Select(match => match.Value), name => Assert.True(known.Contains(name), $"{path} names {name}, which install.md does not"));
        }

        Assert.All(known.Where(name => name.Count(c => c == '_') == 2), name => Assert.Contains($"GovPortal:{name["GovPortal__".Length..]}", code, StringComparison.Ordinal));
    }

    /// <summary>Runs every command of the product that stands in the shell examples of a guide.</summary>
    /// <returns>Their verbs, in order.</returns>
    private static async Task<IReadOnlyList<string>> RunAllAsync(PortalFixture portal, string guide, Dictionary<string, string> names, Func<string[], Task>? before = null)
    {
        var done = new List<string>();
        foreach (var line in Example().Matches(Repository.Read($"docs/operations/{guide}")).SelectMany(match => match.Groups[1].Value.Split('\n')).Where(line => line.StartsWith("GovPortal.Host ", StringComparison.Ordinal)))
        {
            var command = line.Split('#')[0].Trim()["GovPortal.Host ".Length..];
            string[] words = [.. names.Aggregate(command, (said, name) => said.Replace(name.Key, name.Value, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.EndsWith(".zip", StringComparison.Ordinal) ? Path.Combine(portal.DataPath, $"{guide}-{Path.GetFileName(word)}") : word)];
            await (before?.Invoke(words) ?? Task.CompletedTask);
            (await portal.RunAsync(words)).Insist(0);
            done.Add(words[0] == "check" ? command : string.Join(' ', words.Take(2)));
        }

        return done;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"GovPortal__[A-Za-z]+(?:__[A-Za-z]+)*")]
    private static partial Regex Setting();
}
