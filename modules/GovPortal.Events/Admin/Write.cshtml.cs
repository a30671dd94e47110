using GovPortal.Core.Security;
using GovPortal.Editing.Forms;

namespace GovPortal.Events.Admin;

/// <summary>Writes an event or a conference with its programme, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class WritePage(EditFormServices room) : FormPage<PublicEvent, EventForm>(room)
{
    private const int MostFields = 20_000;

    protected override string FirstField => nameof(EventForm.Title);

    protected override string FieldOf(string field) => field is "title" or "slug" ? nameof(EventForm.Title) : field;
}
