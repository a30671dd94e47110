using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Rankings.Reading;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Computing;

/// <summary>Mistakes in a file: each named by field and value with what to write instead, and nothing computed.</summary>
public sealed class WrongFilesTests
{
    private const string Zero = """{"weights":"fixed","missing":"zero"}""";
    private const string Ratio = """{"name":"C","formula":"ratio"}""";

    private static readonly Texts Texts = new([typeof(RankingsModule).Assembly]);

    [Theory]
    [InlineData("""{"weights":"even","missing":"zero"}""", Ratio, """{"C":1}""", "rankings.method.weights", "method.weights", "\"even\"")]
    [InlineData("""{"missing":"zero"}""", Ratio, """{"C":1}""", "rankings.method.weights", "method.weights", "null")]
    [InlineData("""{"weights":"fixed","missing":7}""", Ratio, """{"C":1}""", "rankings.method.missing", "method.missing", "7")]
    [InlineData("""{"weights":"fixed","missing":"zero","decimals":13}""", Ratio, """{"C":1}""", "rankings.method.decimals", "method.decimals", "13")]
    [InlineData("""{"weights":"fixed","missing":"zero","decimals":1.5}""", Ratio, """{"C":1}""", "rankings.method.decimals", "method.decimals", "1.5")]
    [InlineData("""{"weights":"pca","missing":"exclude"}""", Ratio, """{"C":1}""", "rankings.method.exclude-pca", "method.missing", "pca")]
    [InlineData(Zero, """{"name":"C","formula":"sum"}""", """{"C":1}""", "rankings.indicator.formula", "groups[0].indicators[0] (C).formula", "\"sum\"")]
    [InlineData(Zero, """{"name":"C","formula":"ratio","max":0}""", """{"C":1}""", "rankings.indicator.max", "groups[0].indicators[0] (C).max", "0")]
    [InlineData(Zero, """{"name":"C","formula":"ratio","weight":-1}""", """{"C":1}""", "rankings.weight.negative", "groups[0].indicators[0] (C).weight", "-1")]
    [InlineData(Zero, """{"name":"C","formula":"ratio","weight":0}""", """{"C":1}""", "rankings.weight.nothing", "groups[0] (Nhóm).indicators[].weight", "0")]
    [InlineData(Zero, """{"name":"C","formula":"tiers"}""", """{"C":1}""", "rankings.field.absent", "groups[0].indicators[0] (C).tiers", null)]
    [InlineData(Zero, """{"name":"C","formula":"tiers","tiers":[{"from":1,"points":1},{"from":1.0,"points":0}]}""", """{"C":1}""", "rankings.tiers.twice", "groups[0].indicators[0] (C).tiers", "1")]
    [InlineData(Zero, """{"name":"C","formula":"tiers","max":2,"tiers":[{"from":1,"points":3}]}""", """{"C":1}""", "rankings.tiers.points", "groups[0].indicators[0] (C).tiers[0].points", "3 (0–2)")]
    [InlineData(Zero, """{"name":"C","formula":"ratio"},{"name":"C","formula":"ratio"}""", """{"C":1}""", "rankings.name.twice", "groups[0].indicators[1].name", "C")]
    [InlineData(Zero, """{"name":" ","formula":"ratio"}""", """{"C":1}""", "rankings.field.no-name", "groups[0].indicators[0].name", "\" \"")]
    [InlineData(Zero, Ratio, """{"C":"0,5"}""", "rankings.value.not-number", "units[0] (A).values.C", "\"0,5\"")]
    [InlineData(Zero, Ratio, """{"C":true}""", "rankings.value.not-number", "units[0] (A).values.C", "true")]
    [InlineData(Zero, Ratio, """{"C":85}""", "rankings.value.no-ratio", "units[0] (A).values.C", "85")]
    [InlineData(Zero, Ratio, """{"C":1e400}""", "rankings.number.too-large", "units[0] (A).values.C", "1e400")]
    [InlineData(Zero, Ratio, """{"C":-1e16}""", "rankings.number.too-large", "units[0] (A).values.C", "-1e16")]
    [InlineData(Zero, Ratio, """{"E":1}""", "rankings.value.unknown-indicator", "units[0] (A).values", "E")]
    [InlineData(Zero, """{"name":"C","formula":"value/max"}""", """{"C":-1}""", "rankings.value.negative", "units[0] (A).values.C", "-1")]
    [InlineData(Zero, """{"name":"C","formula":"yes-no"}""", """{"C":1}""", "rankings.value.not-yes-no", "units[0] (A).values.C", "1")]
    [InlineData(Zero, Ratio, """[0.5]""", "rankings.field.not-object", "units[0] (A).values", "[0.5]")]
    [InlineData(Zero, Ratio, """null""", "rankings.field.absent", "units[0] (A).values", null)]
    public void A_mistake_is_told_with_its_place_and_value(string method, string indicators, string values, string code, string field, string? value)
    {
        var reading = IndexOf.Read(method, indicators, values);

        Assert.Null(reading.Index);
        Assert.Contains(reading.Refusals, refusal => refusal.Code == code && refusal.Field == field && refusal.Value == value);
        Assert.All(reading.Refusals, SaidInBothLanguages);
    }

    [Theory]
    [InlineData("", "rankings.file.not-json")]
    [InlineData("[", "rankings.file.not-json")]
    [InlineData("[]", "rankings.field.not-object")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","indicators":[{"name":"C","formula":"ratio"}]}],"units":[{"name":"A","block":"X","values":{"C":NaN}}]}""", "rankings.file.not-json")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","indicators":[{"name":"C","formula":"ratio"}]}],"units":[{"name":"A","block":"X","values":{"C":1,"C":0}}]}""", "rankings.file.not-json")]
    [InlineData("""{"method":{},"\ud800":1}""", "rankings.file.half-letter")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"\ud800","indicators":[{"name":"C","formula":"ratio"}]}],"units":[]}""", "rankings.field.no-name")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[],"units":[]}""", "rankings.field.empty-list")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","indicators":[{"name":"C","formula":"ratio"}]}],"units":[]}""", "rankings.field.empty-list")]
    [InlineData("""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","weight":0,"indicators":[{"name":"C","formula":"ratio"}]}],"units":[]}""", "rankings.weight.nothing")]
    public void A_file_that_is_none_is_refused(string file, string code)
    {
        var reading = IndexOf.Read(file);

        Assert.Null(reading.Index);
        SaidInBothLanguages(Assert.Single(reading.Refusals, refusal => refusal.Code == code));
    }

    [Fact]
    public void A_file_that_nests_without_end_is_refused() =>
        Assert.Equal("rankings.file.not-json", Assert.Single(IndexOf.Read(new string('[', 1_000_000)).Refusals).Code);

    [Fact]
    public void Rubbish_is_not_repeated_at_length()
    {
        var rubbish = new byte[1_000_000];
        new Random(17).NextBytes(rubbish);

        var refusal = Assert.Single(IndexReader.Read(rubbish).Refusals);

        Assert.True(refusal.Value!.Length < 200);
        Assert.DoesNotContain(refusal.Value, char.IsControl);
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same_name()
    {
        var decomposed = "Xã Đồng Nguyên".Normalize(NormalizationForm.FormD);
        var units = $$"""[{"name":"Xã Đồng Nguyên","block":"Xã","values":{} },{"name":"{{decomposed}}","block":"{{"Xã".Normalize(NormalizationForm.FormD)}}","values":{} }]""";

        var reading = IndexOf.Read($$"""{"method":{{Zero}},"groups":[{"name":"N","indicators":[{{Ratio}}]}],"units":{{units}} }""");

        Assert.Equal("rankings.unit.twice", Assert.Single(reading.Refusals).Code);
    }

    [Fact]
    public void Many_mistakes_are_counted_and_the_first_told()
    {
        var reading = IndexOf.Read(Zero, Ratio, [.. Enumerable.Repeat("""{"C":"x"}""", 25)]);

        Assert.Equal((Findings.MostTold, 5), (reading.Refusals.Count, reading.MoreRefusals));
    }

    [Theory]
    [InlineData("""{"weights":"pca","missing":"zero"}""", """{"name":"C","formula":"ratio","weight":3}""", "rankings.remark.weights-unused")]
    [InlineData(Zero, """{"name":"C","formula":"ratio","wieght":3}""", "rankings.remark.unknown-field")]
    [InlineData(Zero, """{"name":"C","formula":"ratio","tiers":[]}""", "rankings.remark.tiers-unused")]
    public void What_is_not_used_is_said(string method, string indicators, string code) =>
        SaidInBothLanguages(Assert.Single(IndexOf.Read(method, indicators, """{"C":1}""").Remarks, remark => remark.Code == code));

    [Fact]
    public async Task The_verb_tells_mistakes_and_ends_with_wrong_use()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(file, $$"""{"method":{{Zero}},"groups":[{"name":"N","indicators":[{{Ratio}}]}],"units":[{"name":"A","block":"X","values":{"C":"nhiều"} }]}""");

        var ended = (await CommandLine.RunAsync([], "", "rankings", "compute", file, "--json")).Insist(2);
        (await CommandLine.RunAsync([], "", "rankings", "compute", file + ".none")).Insist(2);

        Assert.Equal("", ended.Output);
        Assert.Contains("units[0] (A).values.C: \"nhiều\" stands where a number belongs.", ended.Errors, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task The_verb_prints_scores_and_keeps_remarks_apart()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(file, """{"method":{"weights":"pca","missing":"zero"},"groups":[{"name":"N","weight":4,"indicators":[{"name":"C","formula":"ratio"}]}],"units":[{"name":"Ủy ban","block":"X","values":{"C":0.5}}]}""");

        var ended = (await CommandLine.RunAsync([], "", "rankings", "compute", file, "--json")).Insist(0);

        Assert.Equal("""{"units":[{"name":"Ủy ban","block":"X","groups":[{"name":"N","score":0}],"score":0,"rank":1}]}""", ended.Output.Trim());
        Assert.Contains("The weights in the file are not used", ended.Errors, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static void SaidInBothLanguages(GovPortal.Core.Checking.Refusal refusal)
    {
        Assert.NotEmpty(Texts.Sentence(Texts.Vietnamese, refusal));
        Assert.Contains(refusal.Value ?? "", Texts.Sentence(Texts.English, refusal), StringComparison.Ordinal);
    }
}
