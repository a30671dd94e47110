using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Reading;

namespace GovPortal.Procedures.Admin;

/// <summary>Writes a procedure with all its parts, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class WritePage(EditFormServices room, PublishedAcrossSites everywhere, VisitedSite site) : FormPage<Procedure, ProcedureForm>(room)
{
    // The largest procedure of the national catalogue, with two hundred papers, takes some 1,500 fields.
    public const int MostFields = 10_000;

    /// <summary>The site's own fields first, then those that procedures of the province are under.</summary>
    public IReadOnlyList<TermCount> KnownFields { get; private set; } = [];

    public IReadOnlyList<TermCount> KnownSubjects { get; private set; } = [];

    protected override string FirstField => nameof(ProcedureForm.Name);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        KnownFields = site.Tenant.Settings.Offer(NamedKind.Field, await everywhere.CountTermsAsync(ProcedureType.TypeName, NamedKind.Field.Kind, ct));
        KnownSubjects = await everywhere.CountTermsAsync(ProcedureType.TypeName, "subject", ct);
    }

    protected override string FieldOf(string field) => field switch
    {
        "code" or "slug" => nameof(ProcedureForm.Code),
        "name" or "title" => nameof(ProcedureForm.Name),
        "requirements" => nameof(ProcedureForm.Requirements),
        "field" => nameof(ProcedureForm.Fields),
        "subject" => nameof(ProcedureForm.Subjects),
        "agency" => nameof(ProcedureForm.Executing),
        _ => field,
    };

    protected override async Task<Refusal?> RefuseAsync(Procedure record, CancellationToken ct)
    {
        if (record.Code == Newest?.Code)
        {
            return null;
        }

        var (_, others) = await Room.Desk.ListAsync(new DeskFilter(ProcedureType.TypeName, Words: record.Code), page: 1, ct);
        return others.Any(other => other.Slug == record.Code && other.Id != Found?.Item.Id) ? new Refusal("procedures.form.code-taken", "code", record.Code) : null;
    }

    /// <summary>A procedure stands at its code.</summary>
    protected override string? WantedSlug() =>
        Newest is { } newest && ProcedureCode.TryParse(Form.Code, out var code) && code != newest.Code ? code : null;
}
