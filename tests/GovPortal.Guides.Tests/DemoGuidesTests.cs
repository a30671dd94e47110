using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Guides.Tests;

/// <summary>The guides of the demo province, as their reader takes them.</summary>
public sealed class DemoGuidesTests
{
    private static readonly IContentType type = new GuideType();

    private static IEnumerable<Guide> Guides => JsonDocument.Parse(Repository.Read("recipes/demo/guides/portal.json")).RootElement.EnumerateArray().Select(Read);

    [Fact]
    public void There_are_at_least_twelve_and_each_can_be_published()
    {
        var guides = Guides.ToList();

        Assert.True(guides.Count >= 12);
        Assert.Empty(guides.SelectMany(type.Check).Concat(guides.SelectMany(guide => type.PublishBlockersOf(guide))));
        Assert.Equal(guides.Count, guides.Select(guide => VietnameseText.Slug(guide.Title)).Distinct().Count());
        Assert.All(guides, guide => Assert.True(guide.Codes().Count > 0 && guide.Bring.Count > 2 && guide.Answers.Count > 4, guide.Title));
    }

    [Fact]
    public void What_is_written_at_no_place_is_refused_by_its_field()
    {
        var guide = new Guide { Title = "", Summary = new string('a', 501), Icon = "rong", Steps = [new GuideStep("Bước", null, null) { Procedures = [new GuideProcedure("12", null)] }] };

        Assert.Equal(["Title", "Summary", "Steps[0]", "Icon"], type.Check(guide).Select(refusal => refusal.Field).Take(4));
        Assert.Equal("guides.no-steps", Assert.Single(type.PublishBlockersOf(guide with { Steps = [] })).Code);
    }

    private static Guide Read(JsonElement json) => (Guide)new GuideReader().Read(WithoutDays(json)).Body!;

    private static JsonElement WithoutDays(JsonElement json)
    {
        var fields = json.Deserialize<Dictionary<string, JsonElement>>()!;
        fields.Remove("daysAgo");
        return JsonSerializer.SerializeToElement(fields);
    }
}
