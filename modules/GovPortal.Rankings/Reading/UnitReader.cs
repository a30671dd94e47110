using System.Text.Json;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Reading;

/// <summary>Reads the units of an index and their values.</summary>
internal sealed class UnitReader
{
    private const int MostUnits = 100_000;
    private const int MostBlocks = 200;

    private readonly Findings findings;
    private readonly IReadOnlyList<Indicator> indicators;
    private readonly Dictionary<string, int> positions;
    private readonly HashSet<(string Block, string Unit)> names = [];
    private readonly Dictionary<string, string> blocks = [];

    public UnitReader(Findings findings, IReadOnlyList<Indicator> indicators)
    {
        this.findings = findings;
        this.indicators = indicators;
        positions = indicators.Select((indicator, position) => (Key: Findings.Key(indicator.Name), position)).ToDictionary(its => its.Key, its => its.position);
    }

    public IReadOnlyList<RankedUnit> Read(JsonElement root)
    {
        RankedUnit[] units = [.. findings.List(root, "units", "units", MostUnits).Select((element, i) => Unit(element, $"units[{i}]")).OfType<RankedUnit>()];
        if (blocks.Count > MostBlocks)
        {
            findings.Refuse("rankings.field.too-many", "units[].block", $"{blocks.Count} > {MostBlocks}");
        }

        return units;
    }

    private RankedUnit? Unit(JsonElement element, string path)
    {
        if (!findings.IsObject(element, path))
        {
            return null;
        }

        findings.ReadOnly(element, path, "name", "block", "values");
        var name = findings.Name(element, "name", $"{path}.name");
        var block = findings.Name(element, "block", $"{path} ({name}).block");

        // Two spellings of the same letters are one block, as first written.
        var blockKey = Findings.Key(block);
        block = blocks.TryGetValue(blockKey, out var first) ? first : blocks[blockKey] = block;
        if (name.Length > 0 && !names.Add((blockKey, Findings.Key(name))))
        {
            findings.Refuse("rankings.unit.twice", $"{path}.name", name);
        }

        return new RankedUnit(name, block, Values(element, $"{path} ({name}).values"));
    }

    private double?[] Values(JsonElement element, string path)
    {
        var values = new double?[indicators.Count];
        if (Findings.Find(element, "values") is not { } given)
        {
            findings.Refuse("rankings.field.absent", path);
            return values;
        }

        if (!findings.IsObject(given, path))
        {
            return values;
        }

        foreach (var property in given.EnumerateObject())
        {
            if (!positions.TryGetValue(Findings.Key(property.Name), out var position))
            {
                findings.Refuse("rankings.value.unknown-indicator", path, property.Name);
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                values[position] = Value(property.Value, indicators[position], $"{path}.{property.Name}");
            }
        }

        return values;
    }

    private double? Value(JsonElement element, Indicator indicator, string path)
    {
        if (indicator.Formula == Formula.YesNo)
        {
            if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                return element.GetBoolean() ? 1 : 0;
            }

            findings.Refuse("rankings.value.not-yes-no", path, element.GetRawText());
            return null;
        }

        var number = findings.Number(element, path, "rankings.value.not-number");
        if (ValueRule.Broken(indicator.Formula, number) is { } code)
        {
            findings.Refuse(code, path, Findings.Written(number!.Value));
        }

        return number;
    }
}
