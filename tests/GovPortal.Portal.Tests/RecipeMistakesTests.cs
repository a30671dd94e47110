using GovPortal.Core.Modules;
using GovPortal.Publishing.Recipes;
using GovPortal.Testing;
using GovPortal.Web.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public sealed class RecipeMistakesTests(SqlitePortal portal) : PortalTest(portal)
{
    [Fact]
    public void All_mistakes_of_a_recipe_are_named_at_once()
    {
        var mistake = Assert.Throws<RecipeException>(() => Runner("""
            { "name": "sai", "describes": "Sai", "modules": ["News", "Weather"], "theme": "Jasmine", "steps": [ { "do": "dance" }, { "do": "page", "slug": "a", "colour": "x" }, { "title": "không có do" }, 7 ] }
            """).Read("sai"));

        Assert.All(new[] { "“Weather”", "“Jasmine” (there are Civic, Lotus)", "“dance”", "“colour”", "step 3", "step 4" }, part => Assert.Contains(part, mistake.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "do": "page", "slug": "a" }""", "title")]
    [InlineData("""{ "do": "articles", "file": "khong-co.json" }""", "khong-co.json")]
    [InlineData("""{ "do": "articles", "file": "../../etc/passwd" }""", "passwd")]
    [InlineData("""{ "do": "articles" }""", "folder")]
    [InlineData("""{ "do": "settings", "settings": { "colour": "x" } }""", "colour")]
    [InlineData("""{ "do": "settings", "settings": { "primaryColour": "#ffffff" } }""", "#ffffff")]
    [InlineData("""{ "do": "settings" }""", "settings")]
    [InlineData("""{ "do": "menu", "items": "x" }""", "menu")]
    [InlineData("""{ "do": "menu" }""", "items")]
    [InlineData("""{ "do": "tree", "pages": [ { "slug": "khong-co" } ] }""", "khong-co")]
    [InlineData("""{ "do": "tree", "pages": "x" }""", "tree")]
    public async Task A_step_that_cannot_be_done_says_which_and_why(string step, string part)
    {
        var site = await WithRecipeAsync("blank");
        var runner = Runner($$"""{ "name": "sai", "describes": "Sai", "modules": [], "steps": [ {{step}} ] }""");

        var mistake = await Assert.ThrowsAsync<RecipeException>(() => runner.ApplyAsync(runner.Read("sai"), site.Tenant, null, CancellationToken.None));

        Assert.Contains("step 1", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(part, mistake.Message, StringComparison.Ordinal);
    }

    private RecipeRunner Runner(string json)
    {
        var folder = Directory.CreateDirectory(Portal.NewFile("")).FullName;
        File.WriteAllText(Path.Combine(folder, "sai.recipe.json"), json);
        return new RecipeRunner(folder, Portal.Services.GetRequiredService<ModuleList>(), Portal.Services.GetRequiredService<ThemeList>(), Portal.Services.GetServices<IRecipeStep>());
    }
}
