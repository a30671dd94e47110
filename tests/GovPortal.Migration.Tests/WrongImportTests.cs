using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>A file given to the wrong import ends in one sentence that names the right one.</summary>
public sealed class WrongImportTests(SqlitePortal portal) : PortalTest(portal)
{
    private static readonly string Wxr = ForeignExports.Wxr(ForeignExports.WxrItem(1, "post", "Một", "<p>Chữ.</p>"));
    private const string Recipe = "{\n  \"name\": \"Blog\",\n  \"steps\": [ { \"name\": \"content\", \"data\": [] } ]\n}";
    private const string Sql = "-- phpMyAdmin SQL Dump\nINSERT INTO `nv4_vi_news_rows` (`id`) VALUES (1);\n";
    private const string Csv = "Tiêu đề,Nội dung\nMột,Hai\n";

    [Theory]
    [InlineData("articles", "wxr", "import wordpress")]
    [InlineData("procedures", "wxr", "import wordpress")]
    [InlineData("orchard", "wxr", "import wordpress")]
    [InlineData("nukeviet", "wxr", "import wordpress")]
    [InlineData("legacy", "wxr", "import wordpress")]
    [InlineData("table", "wxr", "import wordpress")]
    [InlineData("wordpress", "recipe", "import orchard")]
    [InlineData("wordpress", "sql", "import nukeviet")]
    [InlineData("articles", "sql", "import nukeviet")]
    [InlineData("wordpress", "csv", "import table")]
    [InlineData("nukeviet", "csv", "import table")]
    [InlineData("calendar", "wxr", "import wordpress")]
    public async Task One_sentence_names_the_right_import(string what, string kind, string right)
    {
        var site = await WithRecipeAsync();
        var text = kind switch { "wxr" => Wxr, "recipe" => Recipe, "sql" => Sql, _ => Csv };
        var path = await Portal.WriteAsync(".txt", text);

        var ended = (await Portal.RunAsync("import", what, path, "--tenant", site.Name)).Insist(2);

        Assert.Contains(right, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task An_empty_file_and_none_at_all_are_told_apart()
    {
        var site = await WithRecipeAsync();
        var empty = await Portal.WriteAsync(".xml", "");

        Assert.Contains("is empty", (await Portal.RunAsync("import", "wordpress", empty, "--tenant", site.Name)).Insist(2).Errors, StringComparison.Ordinal);
        Assert.Contains("There is no file", (await Portal.RunAsync("import", "wordpress", empty + "x", "--tenant", site.Name)).Insist(2).Errors, StringComparison.Ordinal);
    }
}
