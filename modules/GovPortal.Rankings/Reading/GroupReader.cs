using System.Text.Json;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Reading;

/// <summary>Reads what an index asks: groups, indicators, tiers.</summary>
internal sealed class GroupReader(Findings findings)
{
    private const int MostGroups = 100;
    private const int MostIndicators = 500;
    private const int MostTiers = 100;

    private readonly HashSet<string> groupNames = [];
    private readonly HashSet<string> indicatorNames = [];

    public IReadOnlyList<IndicatorGroup> Read(JsonElement root, Weighting weighting)
    {
        var groups = findings.List(root, "groups", "groups", MostGroups)
            .Select((element, i) => Group(element, $"groups[{i}]"))
            .OfType<IndicatorGroup>().ToArray();
        if (groups.Sum(group => group.Indicators.Count) is > MostIndicators and var count)
        {
            findings.Refuse("rankings.field.too-many", "groups[].indicators", $"{count} > {MostIndicators}");
        }

        if (findings.Count == 0)
        {
            LookAtWeights(groups, weighting);
        }

        return groups;
    }

    private void LookAtWeights(IndicatorGroup[] groups, Weighting weighting)
    {
        if (weighting != Weighting.Fixed)
        {
            if (groups.Any(group => group.Weight != 1 || group.Indicators.Any(indicator => indicator.Weight != 1)))
            {
                findings.Remark("rankings.remark.weights-unused", "groups", MethodWords.Of(weighting));
            }

            return;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Indicators.All(indicator => indicator.Weight == 0))
            {
                findings.Refuse("rankings.weight.nothing", $"groups[{i}] ({groups[i].Name}).indicators[].weight", "0");
            }
        }

        var sum = Math.Round(groups.Sum(group => group.Weight), 9);
        if (sum == 0)
        {
            findings.Refuse("rankings.weight.nothing", "groups[].weight", "0");
        }
        else if (sum is not (1 or 100) && groups.Any(group => group.Weight != 1))
        {
            findings.Remark("rankings.remark.sum", "groups[].weight", Findings.Written(sum));
        }
    }

    private IndicatorGroup? Group(JsonElement element, string path)
    {
        if (!findings.IsObject(element, path))
        {
            return null;
        }

        findings.ReadOnly(element, path, "name", "weight", "indicators");
        var name = findings.Name(element, "name", $"{path}.name");
        Once(groupNames, name, $"{path}.name");
        var weight = Weight(element, $"{path} ({name}).weight");
        var indicators = findings.List(element, "indicators", $"{path} ({name}).indicators", MostIndicators)
            .Select((indicator, i) => Indicator(indicator, $"{path}.indicators[{i}]"))
            .OfType<Indicator>();
        return new IndicatorGroup(name, weight, [.. indicators]);
    }

    private Indicator? Indicator(JsonElement element, string path)
    {
        if (!findings.IsObject(element, path))
        {
            return null;
        }

        findings.ReadOnly(element, path, "name", "formula", "max", "weight", "tiers");
        var name = findings.Name(element, "name", $"{path}.name");
        Once(indicatorNames, name, $"{path}.name");
        path = $"{path} ({name})";
        var weight = Weight(element, $"{path}.weight");
        if (FormulaOf(element, $"{path}.formula") is not { } formula)
        {
            return null;
        }

        return new Indicator(name, formula, Max(element, formula, $"{path}.max"), weight, Tiers(element, formula, path));
    }

    private Formula? FormulaOf(JsonElement element, string path)
    {
        if (Findings.Find(element, "formula") is not { } formula)
        {
            findings.Refuse("rankings.indicator.formula", path, "null");
            return null;
        }

        if (Findings.TextOf(formula) is { } word && MethodWords.Formulas.TryGetValue(word, out var known))
        {
            return known;
        }

        findings.Refuse("rankings.indicator.formula", path, formula.GetRawText());
        return null;
    }

    private double Max(JsonElement element, Formula formula, string path)
    {
        var max = findings.Number(element, "max", path, usual: 1);
        if (max <= 0)
        {
            findings.Refuse("rankings.indicator.max", path, Findings.Written(max.Value));
        }

        if (formula != Formula.ZScore)
        {
            return max ?? 1;
        }

        if (max != 1)
        {
            findings.Remark("rankings.remark.max-unused", path, "max");
        }

        return 1;
    }

    private double Weight(JsonElement element, string path)
    {
        var weight = findings.Number(element, "weight", path, usual: 1);
        if (weight < 0)
        {
            findings.Refuse("rankings.weight.negative", path, Findings.Written(weight.Value));
        }

        return weight ?? 1;
    }

    private Tier[] Tiers(JsonElement element, Formula formula, string path)
    {
        if (formula != Formula.Tiers)
        {
            if (Findings.Find(element, "tiers") is not null)
            {
                findings.Remark("rankings.remark.tiers-unused", path, MethodWords.Of(formula));
            }

            return [];
        }

        var most = Findings.Find(element, "max") is { ValueKind: JsonValueKind.Number } max && max.TryGetDouble(out var points) ? points : 1;
        var tiers = findings.List(element, "tiers", $"{path}.tiers", MostTiers).Select((tier, i) => Tier(tier, $"{path}.tiers[{i}]", most)).OfType<Tier>().OrderBy(tier => tier.From).ToArray();
        if (tiers.Zip(tiers.Skip(1)).FirstOrDefault(pair => pair.First.From == pair.Second.From) is { First: { } twice })
        {
            findings.Refuse("rankings.tiers.twice", $"{path}.tiers", Findings.Written(twice.From));
        }

        return tiers;
    }

    private Tier? Tier(JsonElement element, string path, double most)
    {
        if (!findings.IsObject(element, path))
        {
            return null;
        }

        findings.ReadOnly(element, path, "from", "points");
        var from = findings.Number(element, "from", $"{path}.from", usual: null);
        var points = findings.Number(element, "points", $"{path}.points", usual: null);
        if (points < 0 || points > most)
        {
            findings.Refuse("rankings.tiers.points", $"{path}.points", $"{Findings.Written(points.Value)} (0–{Findings.Written(most)})");
        }

        return from is null || points is null ? null : new Tier(from.Value, points.Value);
    }

    private void Once(HashSet<string> names, string name, string path)
    {
        if (name.Length > 0 && !names.Add(Findings.Key(name)))
        {
            findings.Refuse("rankings.name.twice", path, name);
        }
    }
}
