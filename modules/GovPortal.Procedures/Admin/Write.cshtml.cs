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
public sealed class WritePage(EditFormServices room, PublishedAcrossSites everywhere, KnownAgencies agencies, VisitedSite site) : FormPage<Procedure, ProcedureForm>(room)
{
    // The largest procedure of the national catalogue, with two hundred papers, takes some 1,500 fields.
    public const int MostFields = 10_000;

    /// <summary>The site's own fields first, then those that procedures of the province are under.</summary>
    public TermOffer KnownFields { get; private set; } = new([], false);

    public TermOffer KnownSubjects { get; private set; } = new([], false);

    private TermOffer Agencies { get; set; } = new([], false);

    protected override string FirstField => nameof(ProcedureForm.Name);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        KnownFields = TermOffer.Of(site.Tenant.Settings.Offer(NamedKind.Field, await everywhere.CountTermsAsync(ProcedureType.TypeName, NamedKind.Field.Kind, ct)), MayCreateTerms);
        KnownSubjects = TermOffer.Of(await everywhere.CountTermsAsync(ProcedureType.TypeName, "subject", ct), MayCreateTerms, ProcedureCodes.Subjects);
        Agencies = await agencies.OfferAsync(MayCreateTerms, ct);
    }

    protected override Procedure Compose()
    {
        var record = base.Compose();
        InsistOnEach(KnownFields, nameof(Form.Fields), Form.Fields, Newest?.Fields.Select(field => field.Name));
        InsistOnEach(KnownSubjects, nameof(Form.Subjects), Form.Subjects, Newest?.Subjects.Select(subject => subject.Name));
        InsistOnEach(Agencies, nameof(Form.Executing), Form.Executing, Newest?.ExecutingAgencies.Select(agency => agency.Name));
        InsistOnEach(Agencies, nameof(Form.Authority), Form.Authority, Newest?.AuthorityAgencies.Select(agency => agency.Name));
        InsistOnEach(Agencies, nameof(Form.Coordinating), Form.Coordinating, Newest?.CoordinatingAgencies.Select(agency => agency.Name));
        InsistOnKnown(Agencies, nameof(Form.PromulgatingName), FormReader.Line(Form.PromulgatingName), Newest?.PromulgatingAgency?.Name);
        return record;
    }

    // A code is one procedure's own.
    protected override void Uncopied() => Form.Code = null;

    private void InsistOnEach(TermOffer offer, string list, List<NameRow> rows, IEnumerable<string>? before)
    {
        for (var n = 0; n < rows.Count; n++)
        {
            InsistOnKnown(offer, $"{FormRows.Of(list, n)}.{nameof(NameRow.Name)}", FormReader.Line(rows[n].Name), before ?? []);
        }
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
