using System.Globalization;
using System.Text;
using GovPortal.Rankings.Computing;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Computing;

/// <summary>What ministries published and can be computed again. Ranks without scores (63 provinces, 2022) and single figures quoted in news cannot.</summary>
public sealed class PublishedTablesTests
{
    /// <summary>E-government of provinces, 2017: the ranks follow from the scores, ties included (17, 17, 19).</summary>
    [Fact]
    public void Ranks_of_2017_follow_from_their_scores()
    {
        var rows = Rows("egov2017_mic_vinhphuc.tsv").ToArray();

        var units = IndexOf.Compute("""{"weights":"fixed","missing":"zero","decimals":1}""", """{"name":"C","formula":"ratio"}""", rows.Select(row => $$"""{"C":{{row[2]}}}""").ToArray()).Units;

        Assert.Equal(rows.Select(row => row[0]), units.Select(unit => unit.Rank!.Value.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(rows.Select(row => Number(row[2]) * 100), units.Select(unit => unit.Score!.Value), (one, other) => Math.Abs(one - other) < 1e-9);
    }

    /// <summary>Digital transformation, 2022: of 1,000 points five parts have 100 each, digital government 200, economy and society 150 each. The parts are published with four digits, so the last digit of the whole may differ by one.</summary>
    [Fact]
    public void The_whole_of_2022_follows_from_its_parts()
    {
        var rows = Rows("dti2022_top5_components.tsv").Skip(1).ToArray();
        double[] weights = [100, 100, 100, 100, 100, 200, 150, 150];
        var indicators = string.Join(',', weights.Select((weight, i) => $$"""{"name":"C{{i}}","formula":"ratio","weight":{{weight}}}"""));

        var units = IndexOf.Compute("""{"weights":"fixed","missing":"zero","decimals":2}""", indicators, rows.Select(row => "{" + string.Join(',', weights.Select((_, i) => $"\"C{i}\":{row[i + 2]}")) + "}").ToArray()).Units;

        Assert.Equal(rows.Select(row => row[0]), units.Select(unit => unit.Rank!.Value.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(rows.Select(row => Number(row[10]) * 100), units.Select(unit => unit.Score!.Value), (published, computed) => Math.Abs(published - computed) < 0.01 + 1e-9);
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        return File.ReadAllLines(Repository.DataFile($"ranking/{file}"), Encoding.UTF8).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
