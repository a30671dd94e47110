using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Recipes;

namespace GovPortal.Core.Tests.Recipes;

public sealed class RecipeTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_recipe_says_only_what_differs()
    {
        var recipe = Read("""{ "name": "trang", "describes": "Trang" } """);

        Assert.Equal(("trang", null, SiteKind.Unit), (recipe.Name, recipe.Theme, recipe.Kind));
        Assert.Empty(recipe.Modules);
        Assert.Empty(recipe.Steps);
    }

    [Theory]
    [InlineData("""{ "name": "a", "describes": "b", "colour": "red", "modul": [] }""", "“colour”, “modul”")]
    [InlineData("""{ "name": "a" }""", "describes")]
    [InlineData("""{ "name": "a", "describes": "b", "kind": "Castle" }""", "kind")]
    [InlineData("""{ "name": "a", "describes": "b", "modules": "News" }""", "modules")]
    [InlineData("""{ "name": "a", """, "recipe")]
    [InlineData("[]", "recipe")]
    [InlineData("null", "recipe")]
    [InlineData("\"x\"", "recipe")]
    [InlineData("", "recipe")]
    public void A_file_that_is_no_recipe_says_what_is_wrong(string json, string part)
    {
        var mistake = Assert.Throws<RecipeException>(() => Read(json));

        Assert.Contains(Path.GetFileName(path), mistake.Message, StringComparison.Ordinal);
        Assert.True(part == "recipe" || mistake.Message.Contains(part, StringComparison.Ordinal), mistake.Message);
    }

    private Recipe Read(string json)
    {
        File.WriteAllText(path, json);
        return Recipe.Read(path);
    }
}
