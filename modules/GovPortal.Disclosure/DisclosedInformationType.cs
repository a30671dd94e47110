using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Duties;
using GovPortal.Disclosure.Tables;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Disclosure;

/// <summary>What lists, search and the workflow need to know of disclosed information.</summary>
public sealed class DisclosedInformationType(DutyList duties, TimeProvider clock) : ContentType<DisclosedInformation>
{
    public const string TypeName = "disclosure";
    public const string SectionTerm = "section";
    public const string YearTerm = "year";
    public const string PeriodTerm = "period";
    public const int TitleLength = 300;
    public const int LineLength = 300;
    public const int SummaryLength = 4_000;
    public const int MostTables = 10;
    public const int MostFiles = 50;

    // The finder takes no more of one item; the rest stands on its page.
    private const int MostWords = 200_000;

    public override string Name => TypeName;

    public override string Module => DisclosureModule.Named;

    public override string Path => "cong-khai";

    public override bool HasForm => true;

    public override string Icon => "checklist";

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["year", "part"], ["decision", "issuedOn"]];

    protected override ContentFacts Facts(DisclosedInformation body) => new(body.Title, VietnameseText.Slug(body.Title, 120))
    {
        Code = body.Decision,
        Summary = body.Summary,
        ListJson = BodyJson.Write(new DisclosureLine(body.Section, body.Year, body.Part, body.IssuedOn, body.Files.Count, body.Tables.Count)),
        Terms = [.. TermsOf(body)],
    };

    protected override SearchText Text(DisclosedInformation body) => new()
    {
        Keywords = string.Join('\n', new[] { DutyOf(body)?.Name, body.Decision, body.Unit }.OfType<string>()),
        Summary = body.Summary,
        Body = WordsOf(body),
    };

    protected override IReadOnlyList<Refusal> Check(DisclosedInformation body) =>
    [
        .. Checks.Required(body.Title, nameof(body.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(body.Title)),
        .. Checks.NotLonger(body.Section, LineLength, nameof(body.Section)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(body.Summary)),
        .. Checks.NotLonger(body.Decision, LineLength, nameof(body.Decision)),
        .. Checks.NotLonger(body.Unit, LineLength, nameof(body.Unit)),
        .. body.Year is { } year && !WrittenDay.IsInRange(new DateOnly(Math.Clamp(year, 1, 9999), 1, 1)) ? [new Refusal("disclosure.year", nameof(body.Year), Written(year))] : Array.Empty<Refusal>(),
        .. body.Year is null && body.Part != PeriodPart.Year ? [new Refusal("disclosure.part-without-year", nameof(body.Year), body.Part.ToString())] : Array.Empty<Refusal>(),
        .. body.Tables.Count > MostTables ? [new Refusal("disclosure.too-many-tables", nameof(body.Tables), Written(body.Tables.Count))] : Array.Empty<Refusal>(),
        .. body.Files.Count > MostFiles ? [new Refusal("disclosure.too-many-files", nameof(body.Files), Written(body.Files.Count))] : Array.Empty<Refusal>(),
        .. body.Tables.SelectMany(TableChecks.Of),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(DisclosedInformation body) =>
    [
        .. DutyOf(body) is null or { ShownAs: not null } ? [new Refusal("disclosure.no-section", nameof(body.Section), body.Section)] : Array.Empty<Refusal>(),
        .. body.Year is null && DutyOf(body) is { Parts.Count: > 0 } ? [new Refusal("disclosure.no-year", nameof(body.Year))] : Array.Empty<Refusal>(),
        .. body.Files.Count == 0 && body.Tables.Count == 0 && string.IsNullOrWhiteSpace(body.Summary) ? [new Refusal("disclosure.empty", nameof(body.Tables))] : Array.Empty<Refusal>(),
        .. body.Tables.SelectMany(TableChecks.WrongSums),
    ];

    protected override IReadOnlyList<NamedText> Fields(DisclosedInformation body, Func<string, string> say) =>
    [
        new(say("disclosure.field.title"), body.Title),
        new(say("disclosure.field.section"), DutyOf(body)?.Name ?? body.Section),
        new(say("disclosure.field.period"), PeriodOf(body)?.Words(say) ?? ""),
        new(say("disclosure.field.summary"), body.Summary ?? ""),
        new(say("disclosure.field.decision"), body.Decision ?? ""),
        new(say("disclosure.field.issued"), Day(body.IssuedOn)),
        new(say("disclosure.field.due"), Day(body.DueOn)),
        new(say("disclosure.field.unit"), body.Unit ?? ""),
        new(say("disclosure.files"), string.Join('\n', body.Files.Select(file => $"{file.Name} {file.Url}"))),
        .. body.Tables.Select((table, n) => new NamedText($"{say("disclosure.table")} {n + 1}", $"{table.Title} ({table.Unit})\n{TableText.Write(table)}{table.SumNote}")),
    ];

    public static DisclosureLine LineOf(ListedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return JsonSerializer.Deserialize<DisclosureLine>(item.ListJson!, BodyJson.Options)!;
    }

    public static Period? PeriodOf(DisclosedInformation body) => body?.Year is { } year ? new Period(year, body.Part) : null;

    // On no site's wall yet: what a duty is called does not change at midnight of one province.
    private Duty? DutyOf(DisclosedInformation body) => duties.On(DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime)).Find(body.Section);

    private IEnumerable<ContentTerm> TermsOf(DisclosedInformation body)
    {
        yield return new ContentTerm(SectionTerm, body.Section, DutyOf(body)?.Name ?? body.Section);
        if (PeriodOf(body) is { } period)
        {
            yield return new ContentTerm(YearTerm, Written(period.Year), Written(period.Year));
            yield return new ContentTerm(PeriodTerm, period.ToString(), period.ToString());
        }
    }

    private static string WordsOf(DisclosedInformation body)
    {
        var words = string.Join('\n', body.Files.Select(file => file.Name).Concat(body.Tables.SelectMany(table =>
            new[] { table.Title, string.Join(' ', table.Columns.Select(column => column.Name)) }.Concat(table.Rows.Select(row => string.Join(' ', row.Where((cell, n) => cell is not null && table.Columns[n].Kind == CellKind.Text)))))));
        return words.Length <= MostWords ? words : words[..MostWords];
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The small print of disclosed information in a list.</summary>
public sealed record DisclosureLine(string Section, int? Year, PeriodPart Part, DateOnly? IssuedOn, int Files, int Tables)
{
    /// <summary>What it tells of; null where it is bound to no year. A method, for the rest is stored.</summary>
    public Period? Period() => Year is { } year ? new Period(year, Part) : null;
}
