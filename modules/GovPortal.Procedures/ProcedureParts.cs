using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;

namespace GovPortal.Procedures;

/// <summary>
/// The parts without which a procedure is not complete: NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm k names steps, ways to submit, papers, time limit, who it is for and who carries it out, besides the name.
/// The national catalogue itself lacks some here and there (39 of 5,665 name nobody who carries them out), so imports are not held up; whoever publishes by hand is.
/// </summary>
internal static class ProcedureParts
{
    /// <summary>The seven parts of the decree, each with the refusal that names its field of the form.</summary>
    public static IReadOnlyList<CountedPart> Of(Procedure body) =>
    [
        new(!string.IsNullOrWhiteSpace(body.Name), new Refusal("check.required", "Name")),
        new(body.ExecutingAgencies.Count > 0 || body.ExecutingUnitGroups.Count > 0, new Refusal("procedures.incomplete.executing", "Executing")),
        new(body.Subjects.Count > 0, new Refusal("procedures.incomplete.subjects", "Subjects")),
        new(body.Methods.Count > 0, new Refusal("procedures.incomplete.methods", "Methods")),
        new(body.Methods.Any(method => method.Time is not null || !string.IsNullOrWhiteSpace(method.Text)), new Refusal("procedures.incomplete.time", "Methods")),
        new(body.DossierCases.Any(one => one.Papers.Count > 0 || !string.IsNullOrWhiteSpace(one.Name)), new Refusal("procedures.incomplete.dossier", "Cases")),
        new(body.Steps.Count > 0, new Refusal("procedures.incomplete.steps", "Steps")),
    ];

    /// <summary>One refusal for each part that is missing; without any way to submit, nothing is said of its time.</summary>
    public static IEnumerable<Refusal> Missing(Procedure body) =>
        Of(body).Where(part => !part.IsThere && (part.Missing.Code != "procedures.incomplete.time" || body.Methods.Count > 0)).Select(part => part.Missing);

    /// <summary>What the decree asks for where it applies, and days that cannot follow each other.</summary>
    public static IEnumerable<Refusal> Doubts(Procedure body, DateOnly today)
    {
        var elsewhere = body.DossierCases.SelectMany(one => one.Papers).SelectMany(paper => paper.FormsElsewhere()).Distinct().Count();
        foreach (var (isDoubtful, code, field, value) in new (bool, string, string, string?)[]
        {
            (body.Fields.Count == 0, "procedures.doubt.field", "Fields", null),
            (body.Methods.Count > 0 && body.Methods.All(method => method.Fees.Count == 0), "procedures.doubt.fees", "Methods", null),
            (body.Results.Count == 0, "procedures.doubt.results", "Results", null),
            (elsewhere > 0, "procedures.doubt.forms", "Cases", elsewhere.ToString(CultureInfo.InvariantCulture)),
            (body.LegalBases.Count == 0, "procedures.doubt.legal-bases", "LegalBases", null),
            (body.DecisionNumber is null, "procedures.doubt.decision", "DecisionNumber", null),
            (body.DecidedOn > today, "procedures.doubt.decided-to-come", "DecidedOn", Written(body.DecidedOn)),
            (body.PublishedOn > today, "procedures.doubt.published-to-come", "PublishedOn", Written(body.PublishedOn)),
            (body.PublishedOn < body.DecidedOn, "procedures.doubt.published-before-decided", "PublishedOn", $"{Written(body.PublishedOn)} < {Written(body.DecidedOn)}"),
        })
        {
            if (isDoubtful)
            {
                yield return new Refusal(code, field, value);
            }
        }
    }

    private static string? Written(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
