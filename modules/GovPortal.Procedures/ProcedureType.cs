using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Procedures;

/// <summary>What lists, search and the workflow need to know of a procedure.</summary>
public sealed class ProcedureType : ContentType<Procedure>
{
    public const string TypeName = "procedure";

    public override string Name => TypeName;

    public override string Module => ProceduresModule.Named;

    public override string Path => "thu-tuc";
    public override string Icon => "procedure";
    public override bool HasFields => true;

    public override int SearchOrder => 0;
    public override int DeskOrder => 2;

    public override bool HasForm => true;

    protected override ContentFacts Facts(Procedure body) => new(body.Name, body.Code)
    {
        Code = body.Code,
        ListJson = BodyJson.Write(new ProcedureLine(
            body.Fields.FirstOrDefault()?.Name,
            body.ExecutingAgencies.FirstOrDefault()?.Name ?? body.ExecutingUnitGroups.FirstOrDefault() ?? body.PromulgatingAgency?.Name,
            body.Levels,
            body.IsFullyOnline,
            Provinces.Of(body))),
        Terms = [.. TermsOf(body)],
    };

    protected override SearchText Text(Procedure body) => new()
    {
        Keywords = body.Keywords,
        Summary = Lines([.. body.Fields.Select(f => f.Name), .. body.ExecutingAgencies.Select(a => a.Name)]),
        Body = Lines(
        [
            .. body.Steps.Select(s => s.Text),
            .. body.Methods.Select(m => m.Text),
            .. body.DossierCases.SelectMany(c => c.Papers.Select(p => (string?)p.Name).Prepend(c.Name)),
            body.Requirements,
            .. body.Results.Select(r => r.Name),
            .. body.LegalBases.Select(l => l.Name),
            body.Note,
        ]),
    };

    protected override IReadOnlyList<Refusal> Check(Procedure body) =>
    [
        .. ProcedureCode.IsCanonical(body.Code) ? [] : new[] { new Refusal("procedures.import.bad-code", "code", body.Code) },
        .. Checks.Required(body.Name, "name"),
        .. Checks.NotLonger(body.Name, ContentFacts.TitleLength, "name"),
        .. Checks.NotLonger(body.Requirements, Checks.LongestText, "requirements"),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Procedure body) => [.. ProcedureParts.Missing(body)];

    protected override IReadOnlyList<CountedPart> Parts(Procedure body) => ProcedureParts.Of(body);

    protected override IReadOnlyList<Refusal> Doubts(Procedure body, DateOnly today) => [.. ProcedureParts.Doubts(body, today)];

    protected override IReadOnlyList<NamedText> Fields(Procedure body, Func<string, string> say) => new ProcedureFields(say).Of(body);

    /// <summary>Reads the small print of a list row.</summary>
    public static ProcedureLine LineOf(ListedItem item) =>
        item.ListJson is { } json ? JsonSerializer.Deserialize<ProcedureLine>(json, BodyJson.Options)! : new ProcedureLine(null, null, [], false);

    private static IEnumerable<ContentTerm> TermsOf(Procedure body)
    {
        foreach (var field in body.Fields)
        {
            yield return new ContentTerm("field", VietnameseText.Slug(field.Name), field.Name);
        }

        foreach (var level in body.Levels)
        {
            yield return new ContentTerm("level", level, level);
        }

        foreach (var subject in body.Subjects)
        {
            yield return new ContentTerm("subject", VietnameseText.Slug(subject.Name), subject.Name);
        }

        foreach (var agency in body.ExecutingAgencies.DefaultIfEmpty(body.PromulgatingAgency).OfType<Agency>())
        {
            yield return new ContentTerm("agency", agency.Code ?? VietnameseText.Slug(agency.Name), agency.Name);
        }

        // Eight provinces have each a “Văn phòng đăng ký đất đai”, each with its own code: the filter has it once.
        foreach (var office in body.ExecutingAgencies.DefaultIfEmpty(body.PromulgatingAgency).OfType<Agency>().DistinctBy(agency => VietnameseText.Slug(agency.Name)))
        {
            yield return new ContentTerm("office", VietnameseText.Slug(office.Name), office.Name);
        }

        if (body.PublishedOn is { } day)
        {
            var year = day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return new ContentTerm("year", year, year);
        }

        if (body.IsFullyOnline)
        {
            yield return new ContentTerm("online", "toan-trinh", "toan-trinh");
        }
    }

    private static string? Lines(IEnumerable<string?> parts)
    {
        var text = string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? null : text;
    }
}

/// <summary>The small print of a procedure in a list.</summary>
/// <param name="Province">The province whose office carries it out; null where it is every province's.</param>
public sealed record ProcedureLine(string? Field, string? Agency, IReadOnlyList<string> Levels, bool IsFullyOnline, string? Province = null);
