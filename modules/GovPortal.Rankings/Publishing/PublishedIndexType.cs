using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Publishing;

/// <summary>What lists, search and the workflow need to know of a published index. Its address is its year.</summary>
public sealed class PublishedIndexType : ContentType<PublishedIndex>
{
    public const string TypeName = "ranking";
    public const string At = "xep-hang";

    private const int TitleLength = 300;
    private const int BasisLength = 2_000;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public override string Name => TypeName;

    public override string Module => RankingsModule.Named;

    public override string Path => At;

    protected override ContentFacts Facts(PublishedIndex body) => new(body.Title, SlugOf(body.Year))
    {
        Code = SlugOf(body.Year),
        Summary = body.Basis,
        // The first day: nothing goes public before its day, and a year's index may be out before the year is.
        SortOn = new DateOnly(Math.Clamp(body.Year, FirstYear, LastYear), 1, 1),
        Terms = [new ContentTerm("year", SlugOf(body.Year), SlugOf(body.Year))],
    };

    protected override SearchText Text(PublishedIndex body) => new()
    {
        Summary = body.Basis,
        Body = string.Join(". ", body.Index.Groups.Select(group => group.Name).Concat(body.Index.Indicators.Select(indicator => indicator.Name)).Concat(body.Index.Units.Select(unit => unit.Name))),
    };

    protected override IReadOnlyList<Refusal> Check(PublishedIndex body) =>
    [
        .. Checks.Required(body.Title, nameof(PublishedIndex.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(PublishedIndex.Title)),
        .. Checks.NotLonger(body.Basis, BasisLength, nameof(PublishedIndex.Basis)),
        .. body.Year is < FirstYear or > LastYear ? [new Refusal("rankings.year", nameof(PublishedIndex.Year), SlugOf(body.Year))] : Array.Empty<Refusal>(),
        .. body.Coverage.Where(fact => !CoverageFact.Keys.Contains(fact.Key)).Select(fact => new Refusal("rankings.coverage.unknown", nameof(PublishedIndex.Coverage), fact.Key)),
        .. body.Coverage.Where(fact => body.Index.Indicators.All(indicator => indicator.Name != fact.Indicator)).Select(fact => new Refusal("rankings.coverage.no-indicator", nameof(PublishedIndex.Coverage), fact.Indicator)),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(PublishedIndex body) => IndexComputation.Compute(body.Index).Refusal is { } refusal ? [refusal] : [];

    public static string SlugOf(int year) => year.ToString(CultureInfo.InvariantCulture);
}
