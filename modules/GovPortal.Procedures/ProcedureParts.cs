using GovPortal.Core.Checking;

namespace GovPortal.Procedures;

/// <summary>
/// The parts without which a procedure is not complete: NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm k names steps, ways to submit, papers, time limit, who it is for and who carries it out, besides the name.
/// The national catalogue itself lacks some here and there (39 of 5,665 name nobody who carries them out), so imports are not held up; whoever publishes by hand is.
/// </summary>
internal static class ProcedureParts
{
    /// <summary>One refusal for each part that is missing, naming its field of the form.</summary>
    public static IEnumerable<Refusal> Missing(Procedure body)
    {
        if (body.ExecutingAgencies.Count == 0 && body.ExecutingUnitGroups.Count == 0)
        {
            yield return new Refusal("procedures.incomplete.executing", "Executing");
        }

        if (body.Subjects.Count == 0)
        {
            yield return new Refusal("procedures.incomplete.subjects", "Subjects");
        }

        if (body.Methods.Count == 0)
        {
            yield return new Refusal("procedures.incomplete.methods", "Methods");
        }
        else if (!body.Methods.Any(method => method.Time is not null || !string.IsNullOrWhiteSpace(method.Text)))
        {
            yield return new Refusal("procedures.incomplete.time", "Methods");
        }

        if (!body.DossierCases.Any(one => one.Papers.Count > 0 || !string.IsNullOrWhiteSpace(one.Name)))
        {
            yield return new Refusal("procedures.incomplete.dossier", "Cases");
        }

        if (body.Steps.Count == 0)
        {
            yield return new Refusal("procedures.incomplete.steps", "Steps");
        }
    }
}
