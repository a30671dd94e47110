using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Rules;

namespace GovPortal.Consultations.Admin;

/// <summary>Writes a consultation, keeps it as a draft, publishes or corrects it. A time shorter than the law's is refused with the law; an outcome, while opinions are unanswered.</summary>
[Authorize(Permission.Write)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class WritePage(EditFormServices room, DatedRules rules, ConsultationBoard board, TenantClock clock) : FormPage<Consultation, ConsultationForm>(room)
{
    private const int MostFields = 4_000;

    // Time enough to remind people, and to ask for more.
    private const int RemindedDaysBefore = 3;

    /// <summary>The rule that holds for a legal document that opens today; null where there is none.</summary>
    public DatedRule? Rule { get; private set; }

    protected override string FirstField => nameof(ConsultationForm.Title);

    protected override async Task PrepareAsync(CancellationToken ct) => Rule = await rules.FindAsync(Room.Site.Tenant, LeastTime.RuleOf(DraftKind.Legal), clock.Today, ct);

    protected override async Task<Refusal?> RefuseAsync(Consultation record, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (await rules.RefuseAsync(Room.Site.Tenant, record, ct) is { } tooShort)
        {
            return tooShort;
        }

        if (record.Outcome is null)
        {
            return null;
        }

        return record.ClosesOn >= clock.Today ? new Refusal("consultations.outcome.early", nameof(Consultation.Outcome), Days.Text(record.ClosesOn))
            : Found is { } found && await board.OpenAsync(found.Item.Id, ct) is var open and > 0 ? new Refusal("consultations.outcome.open", nameof(Consultation.Outcome), $"{open}")
            : null;
    }

    /// <summary>Has the editors reminded before it closes, unless somebody has set another day.</summary>
    protected override async Task SavedAsync(long id, CancellationToken ct)
    {
        if (await Room.Desk.FindNewestAsync<Consultation>(id, ct) is { } newest && await Room.Desk.FindAsync(id, ct) is { Card.ReviewOn: null } item
            && newest.ClosesOn.AddDays(-RemindedDaysBefore) is var day && day > clock.Today)
        {
            await Room.Publishing.SetDatesAsync(id, item.Card.ExpiresAt, day, null, ct);
        }
    }
}
