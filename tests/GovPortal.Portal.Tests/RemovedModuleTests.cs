using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Takes a module out of a copy of the sources: its folder, its line in the Host, its name in the recipes. What is left builds and serves the province.</summary>
public sealed class RemovedModuleTests : IDisposable
{
    private const string Module = "WorkCalendar";

    private static readonly string[] Needed = ["src", "modules", "themes", "recipes"];
    private static readonly string[] NeededFiles = ["global.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"];

    private readonly string copy = Directory.CreateTempSubdirectory("govportal-without-").FullName;

    public void Dispose() => Directory.Delete(copy, recursive: true);

    [Fact]
    public async Task Without_its_folder_its_line_and_its_name_in_recipes_everything_builds_and_the_province_is_served()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("GOVPORTAL_TEST_ALL") == "1", "It builds the whole product anew: GOVPORTAL_TEST_ALL=1 (scripts/test --all) runs it.");
        Copy();
        Remove();

        await ProgramRun.ToItsEndAsync("dotnet", ["build", "src/GovPortal.Host", "-nologo", "-v", "q"], copy);
        using var running = ProgramRun.Serve("dotnet", [Path.Combine(copy, "artifacts/bin/GovPortal.Host/debug/GovPortal.Host.dll")], copy, "demo");
        await running.FirstPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, await running.AskAsync("/lich-cong-tac"));
        foreach (var path in new[] { "/tin-tuc", "/thu-tuc", "/van-ban", "/tim-kiem?q=khai+sinh", "/xep-hang", "/mot-cua", "/so-y-te/" })
        {
            Assert.Equal(HttpStatusCode.OK, await running.AskAsync(path));
        }
    }

    private void Copy()
    {
        var files = Needed.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" or "bin" or "obj"));
        foreach (var file in files.Concat(NeededFiles))
        {
            var to = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(Repository.Root, file), to);
        }
    }

    private void Remove()
    {
        Directory.Delete(Path.Combine(copy, "modules", $"GovPortal.{Module}"), recursive: true);
        var host = Path.Combine(copy, "src/GovPortal.Host/Portal.cs");
        var lines = File.ReadAllText(host);
        File.WriteAllText(host, Regex.Replace(Regex.Replace(lines, $@"using GovPortal\.{Module}(\.\w+)*;\n", ""), $@" ?new {Module}Module\(\),", ""));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(copy, "recipes"), "*.recipe.json"))
        {
            var recipe = JsonNode.Parse(File.ReadAllText(path))!;
            Drop(recipe["modules"]!.AsArray(), one => (string?)one == Module);
            Drop(recipe["steps"]!.AsArray(), one => (string?)one!["do"] == "work-calendar");
            File.WriteAllText(path, recipe.ToJsonString());
        }
    }

    private static void Drop(JsonArray all, Func<JsonNode?, bool> which)
    {
        foreach (var one in all.Where(which).ToArray())
        {
            all.Remove(one);
        }
    }
}
