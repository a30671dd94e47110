using System.Net;
using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>The program as the install guide makes it, in a folder of its own.</summary>
public sealed partial class PublishedProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("govportal-published-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_the_install_guide_publishes_starts_in_its_folder_and_in_any_other()
    {
        var program = Path.Combine(folder, "program");
        var command = PublishCommand().Match(Repository.Read("docs/operations/install.md")).Groups[1].Value;
        Assert.Contains("-c Release -o /srv/govportal", command, StringComparison.Ordinal);

        // What the tests were built from, so that nothing is compiled twice.
        var publish = command.Replace("-c Release -o /srv/govportal", $"--no-build -c Debug -o {program}", StringComparison.Ordinal);
        await ProgramRun.ToItsEndAsync("dotnet", publish.Split(' ').Skip(1), Repository.Root);
        await ServesAsync(program, program);
        await ServesAsync(program, Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName);

        Assert.True(Directory.Exists(Path.Combine(program, "recipes")));
        Assert.True(File.Exists(Path.Combine(program, "fonts", "share-card.ttf")));
    }

    /// <summary>Starts the program in a working folder, asks for a page with its style sheet, and ends it.</summary>
    private static async Task ServesAsync(string program, string workingFolder)
    {
        using var running = ProgramRun.Serve(Path.Combine(program, "GovPortal.Host"), [], workingFolder, "portal");
        var page = await running.FirstPageAsync();

        Assert.Equal(HttpStatusCode.OK, await running.AskAsync(StyleSheet().Match(page).Groups[1].Value));
        Assert.True(Directory.Exists(Path.Combine(workingFolder, "App_Data")), "The data does not lie where the program was started.");
    }

    [GeneratedRegex("^(dotnet publish .*)$", RegexOptions.Multiline)]
    private static partial Regex PublishCommand();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
