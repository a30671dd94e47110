using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>The page of licences names what is used, and nothing else.</summary>
public sealed partial class LicencesTests
{
    [Fact]
    public void Every_package_stands_there_once_and_none_that_is_not_used()
    {
        var used = Packages().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value)
            .Concat(JsonDocument.Parse(Repository.Read("themes/package.json")).RootElement.GetProperty("devDependencies").EnumerateObject().Select(one => one.Name))
            .Order(StringComparer.Ordinal);
        var named = Names().Matches(Repository.Read("docs/licences.md")).Select(match => match.Groups[1].Value).Where(name => !name.Contains('/') || name.StartsWith('@')).Where(name => name != "Directory.Packages.props");

        Assert.Equal(used, named.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Packages();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
