using System.Reflection;
using System.Xml.Linq;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Reads the project files too, so that a forbidden reference fails even before any code uses it.</summary>
public sealed class RoomsTests
{
    public static TheoryData<string> Modules => [.. Repository.Files(".csproj").Where(p => p.StartsWith("modules/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    public static TheoryData<string> Themes => [.. Repository.Files(".csproj").Where(p => p.StartsWith("themes/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>What each room of the house may use: <c>docs/map.md</c>, "Rooms".</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["GovPortal.Core"] = [],
        ["GovPortal.Storage"] = ["GovPortal.Core"],
        ["GovPortal.Storage.Sqlite"] = ["GovPortal.Core", "GovPortal.Storage"],
        ["GovPortal.Storage.Postgres"] = ["GovPortal.Core", "GovPortal.Storage"],
        ["GovPortal.Web"] = ["GovPortal.Core", "GovPortal.Storage"],
        ["GovPortal.Mail"] = ["GovPortal.Core", "GovPortal.Storage"],
        ["GovPortal.Publishing"] = ["GovPortal.Core", "GovPortal.Storage", "GovPortal.Web", "GovPortal.Mail"],
        ["GovPortal.Editing"] = OpenToModules[..^1],
    };

    public static TheoryData<string> Rooms => [.. Below.Keys];

    private static string[] OpenToModules => ["GovPortal.Core", "GovPortal.Storage", "GovPortal.Web", "GovPortal.Mail", "GovPortal.Publishing", "GovPortal.Editing"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        Assert.Empty(ReferencesIn($"src/{room}/{room}.csproj").Except(Below[room]));
        Assert.Empty(CompiledInto(room).Except(Below[room]));
    }

    [Fact]
    public void Every_room_has_its_place_and_only_the_host_stands_above_all()
    {
        var found = Repository.Files(".csproj").Where(p => p.StartsWith("src/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Below.Keys.Append("GovPortal.Host").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_leans_on_rooms_and_on_no_other_module(string module)
    {
        Assert.Empty(ReferencesIn($"modules/{module}/{module}.csproj"));
        Assert.Empty(CompiledInto(module).Except(OpenToModules));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_leans_on_rooms_and_on_modules(string theme)
    {
        Assert.All(ReferencesIn($"themes/{theme}/{theme}.csproj"), reference => Assert.True(OpenToModules.Contains(reference) || Modules.Any(m => m.Data == reference), reference));
        Assert.DoesNotContain(CompiledInto(theme), name => name == "GovPortal.Host" || name.StartsWith("GovPortal.Theme", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Folders_of_a_room_stand_in_no_circle(string room) => Assert.Empty(Folders.CirclesIn($"src/{room}/"));

    [Fact]
    public void No_room_names_a_content_type()
    {
        string[] names = ["Article", "LegalDocument", "Procedure"];
        var offences = Repository.Files(".cs").Where(p => p.StartsWith("src/", StringComparison.Ordinal) && !p.StartsWith("src/GovPortal.Host/", StringComparison.Ordinal))
            .SelectMany(p => names.Where(name => Source.CodeOf(p).Any(line => Source.HasWord(line, name))).Select(name => $"{p} names {name}"));

        Assert.Empty(offences);
    }

    [Fact]
    public void What_a_site_has_on_is_never_asked_by_a_name_in_a_string()
    {
        var offences = Repository.Files(".cs", ".cshtml").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal))
            .Where(p => Source.CodeOf(p).Any(line => line.Contains("Modules.Contains(\"", StringComparison.Ordinal) || line.Contains("IsOn(\"", StringComparison.Ordinal)));

        Assert.Empty(offences);
    }

    [Fact]
    public void Desk_and_site_of_a_module_do_not_know_each_other()
    {
        var offences = Repository.Files(".cs", ".cshtml").Where(p => p.StartsWith("modules/", StringComparison.Ordinal)).SelectMany(path =>
        {
            var (room, folder) = (path.Split('/')[1], path.Split('/')[2]);
            var forbidden = folder switch { "Admin" => [$"{room}.Site"], "Site" => [$"{room}.Admin"], _ when path.EndsWith("Module.cs", StringComparison.Ordinal) || path.EndsWith("_ViewImports.cshtml", StringComparison.Ordinal) => [], _ => new[] { $"using {room}.Admin", $"using {room}.Site" } };
            return forbidden.Where(word => Source.CodeOf(path).Any(line => line.Contains(word, StringComparison.Ordinal))).Select(word => $"{path} uses {word}");
        });

        Assert.Empty(offences);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("GovPortal.sln").Replace('\\', '/');

        var absent = Repository.Files(".csproj").Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)).ToArray();
        Assert.Empty(absent);
    }

    private static IEnumerable<string> ReferencesIn(string path) =>
        XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string[] CompiledInto(string room) =>
        [.. Assembly.Load(room).GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("GovPortal.", StringComparison.Ordinal))];
}
