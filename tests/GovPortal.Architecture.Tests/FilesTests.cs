using System.Text.RegularExpressions;
using GovPortal.Editing.Cleaning;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Habits of the house that a compiler does not know.</summary>
public sealed partial class FilesTests
{
    private const int MostLines = 250;

    // Each shows HTML that was sanitised before it was stored, or marks that the index put around encoded text, or what a view has rendered.
    private static readonly string[] MayShowRawHtml =
    [
        "modules/GovPortal.Content/Site/_ShowPage.cshtml",
        "modules/GovPortal.Documents/Site/_List.cshtml",
        "modules/GovPortal.Documents/Site/_Text.cshtml",
        "modules/GovPortal.News/Site/_Show.cshtml",
        "modules/GovPortal.Officials/Site/_Person.cshtml",
        "modules/GovPortal.Procedures/Site/_Row.cshtml",
        "modules/GovPortal.Search/Site/_Results.cshtml",
        "src/GovPortal.Web/Assets/Icons.cs",
        "src/GovPortal.Web/Caching/PageFragments.cs",
        "themes/GovPortal.Theme.Civic/_Layout.cshtml",
    ];

    [Fact]
    public void A_file_is_read_in_one_sitting()
    {
        var long_ = Repository.Files(".cs", ".cshtml").Where(p => !Source.IsGenerated(p)).Select(p => (Path: p, Lines: Repository.Read(p).Count(c => c == '\n'))).Where(f => f.Lines > MostLines);

        Assert.Empty(long_);
    }

    [Fact]
    public void Raw_HTML_is_shown_only_where_somebody_has_said_why()
    {
        var found = Repository.Files(".cshtml", ".cs").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && (Repository.Read(p).Contains("Html.Raw", StringComparison.Ordinal) || Repository.Read(p).Contains("HtmlString(", StringComparison.Ordinal)));

        Assert.Equal(MayShowRawHtml, found);
    }

    [Fact]
    public void HTML_of_strangers_is_parsed_under_limits()
    {
        var found = Repository.Files(".cs").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && Source.CodeOf(p).Any(line => line.Contains("HtmlParser(", StringComparison.Ordinal)));

        Assert.Equal(["src/GovPortal.Editing/Cleaning/BoundedHtml.cs"], found);
    }

    [Fact]
    public void No_text_names_a_place_as_the_page_around_it_does()
    {
        var names = Repository.Files(".cshtml").Where(p => p.StartsWith("themes/GovPortal.Theme.Civic/", StringComparison.Ordinal) || p.Contains("/Site/", StringComparison.Ordinal))
            .SelectMany(p => Names().Matches(Repository.Read(p)).Select(match => match.Groups[1].Value));

        Assert.All(names, name => Assert.True(TextTargets.IsOfPage(name), name));
    }

    [Fact]
    public void Only_the_door_across_sites_lifts_the_filter_that_keeps_them_apart()
    {
        var found = Repository.Files(".cs").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && Source.CodeOf(p).Any(line => line.Contains("IgnoreQueryFilters", StringComparison.Ordinal)));

        // Readers of what is public, and the owner of the tables, who answers no request.
        Assert.Equal(["src/GovPortal.Publishing/Reading/PublishedContent.cs", "src/GovPortal.Storage/Rows/WholeDatabase.cs"], found);
    }

    [Fact]
    public void Only_the_list_of_themes_names_a_theme_of_sites()
    {
        var found = Repository.Files(".cs", ".cshtml").Where(p => (p.StartsWith("src/", StringComparison.Ordinal) || p.StartsWith("modules/", StringComparison.Ordinal)) && Source.CodeOf(p).Any(line => line.Contains("Civic", StringComparison.Ordinal) || line.Contains("Lotus", StringComparison.Ordinal)));

        Assert.Equal(["src/GovPortal.Host/Portal.cs"], found);
    }

    [Fact]
    public void SQL_is_written_in_the_storage_rooms_alone()
    {
        var found = Repository.Files(".cs").Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && !p.StartsWith("src/GovPortal.Storage", StringComparison.Ordinal)
            && Source.CodeOf(p).Any(line => RawSql().IsMatch(line)));

        Assert.Equal(["src/GovPortal.Web/Views/ViewsTable.cs"], found);
    }

    [Fact]
    public void Nothing_is_left_for_later_without_a_number()
    {
        var found = Repository.Files(".cs", ".cshtml", ".js", ".mjs", ".scss").Where(p => !p.StartsWith("tests/GovPortal.Architecture", StringComparison.Ordinal))
            .Where(p => Later().IsMatch(Repository.Read(p)));

        Assert.Empty(found);
    }

    [Fact]
    public void Paths_that_the_documentation_names_exist()
    {
        var pages = Repository.Files(".md").Concat(Directory.GetFiles(Repository.Root, "*.md").Select(p => Path.GetFileName(p)));
        var missing = pages.SelectMany(page => NamedPath().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value.TrimEnd('/')).Where(path => !path.Contains("Xxx", StringComparison.Ordinal) && !Exists(path)).Select(path => $"{page} names {path}"));

        Assert.Empty(missing.Distinct());
    }

    private static bool Exists(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        if (!path.Contains('*', StringComparison.Ordinal))
        {
            return File.Exists(full) || Directory.Exists(full);
        }

        // A pattern stands for at least one file.
        var pattern = new Regex("^" + Regex.Escape(path).Replace(@"\*\*", ".+", StringComparison.Ordinal).Replace(@"\*", "[^/]+", StringComparison.Ordinal) + "(/|$)");
        return Directory.EnumerateFiles(Path.Combine(Repository.Root, path.Split('/')[0]), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Any(pattern.IsMatch);
    }

    // An identity that is put together while the page is made begins with gp-.
    [GeneratedRegex("""\sid="([a-z][^"@]*)["@]""")]
    private static partial Regex Names();

    [GeneratedRegex("FromSqlRaw|ExecuteSql|SqlQuery|CreateCommand|NpgsqlCommand|SqliteCommand|new NpgsqlConnection|new SqliteConnection")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!\(#\d+\))")]
    private static partial Regex Later();

    // In backticks, beginning with a folder of the repository; Xxx stands for a name of the reader's own.
    [GeneratedRegex("""`((?:src|modules|themes|tests|recipes|docs|scripts|\.ci)/[A-Za-z0-9_./*-]+)`""")]
    private static partial Regex NamedPath();
}
