using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Covering;

/// <summary>How far the agencies of a year are equipped: of each thing how many have it, and who does not.</summary>
public sealed class CoverageOfYear
{
    private readonly PublishedIndex body;

    public CoverageOfYear(PublishedIndex body)
    {
        ArgumentNullException.ThrowIfNull(body);
        this.body = body;
        var positions = body.Index.Indicators.Select((indicator, position) => (indicator.Name, position)).ToDictionary(its => its.Name, its => its.position);
        Units = [.. body.Index.Units.Select(unit => new CoveredUnit(unit.Name, unit.Block, [.. body.Coverage.Select(fact => Has(unit.Values[positions[fact.Indicator]]))]))];
        Facts = [.. body.Coverage.Select((fact, i) => new FactCount(
            fact.Key, fact.Indicator, Units.Count(unit => unit.Has[i] == true), Units.Count,
            [.. Units.Where(unit => unit.Has[i] == false)], [.. Units.Where(unit => unit.Has[i] is null)]))];
    }

    public int Year => body.Year;

    public bool IsSample => body.IsSample;

    public IReadOnlyList<FactCount> Facts { get; }

    /// <summary>In the order of the survey.</summary>
    public IReadOnlyList<CoveredUnit> Units { get; }

    public FactCount? Find(string key) => Facts.FirstOrDefault(fact => fact.Key == key);

    private static bool? Has(double? value) => value is null ? null : value > 0;
}

/// <summary>How many agencies have one thing.</summary>
/// <param name="Have">Agencies known to have it.</param>
/// <param name="InAll">All agencies, also those of which it is not known.</param>
public sealed record FactCount(string Key, string Indicator, int Have, int InAll, IReadOnlyList<CoveredUnit> Lacking, IReadOnlyList<CoveredUnit> Unknown);

/// <param name="Has">By position of the facts; null where not known.</param>
public sealed record CoveredUnit(string Name, string Block, IReadOnlyList<bool?> Has);
