using System.Reflection;
using System.Xml.Linq;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Reads the project files too, so that a forbidden reference fails even before any code uses it.</summary>
public sealed class RoomsTests
{
    public static TheoryData<string> Modules => [.. Repository.Files(".csproj").Where(p => p.StartsWith("modules/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    public static TheoryData<string> Themes => [.. Repository.Files(".csproj").Where(p => p.StartsWith("themes/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_leans_on_the_kernel_alone(string module)
    {
        Assert.Empty(ReferencesIn($"modules/{module}/{module}.csproj"));
        Assert.DoesNotContain(CompiledInto(module), name => name != "GovPortal.Core");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_leans_on_the_kernel_and_on_modules(string theme)
    {
        Assert.All(ReferencesIn($"themes/{theme}/{theme}.csproj"), reference => Assert.True(reference == "GovPortal.Core" || Modules.Any(m => m.Data == reference), reference));
        Assert.DoesNotContain(CompiledInto(theme), name => name == "GovPortal.Host" || name.StartsWith("GovPortal.Theme", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kernel_leans_on_no_room()
    {
        Assert.Empty(ReferencesIn("src/GovPortal.Core/GovPortal.Core.csproj"));
        Assert.Empty(CompiledInto("GovPortal.Core"));
    }

    [Fact]
    public void The_kernel_names_no_content_type()
    {
        string[] names = ["Article", "LegalDocument", "Procedure"];
        var offences = Repository.Files(".cs").Where(p => p.StartsWith("src/GovPortal.Core/", StringComparison.Ordinal))
            .SelectMany(p => names.Where(name => Source.CodeOf(p).Any(line => Source.HasWord(line, name))).Select(name => $"{p} names {name}"));

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
