using GovPortal.Core.Security;
using GovPortal.Editing.Forms;

namespace GovPortal.WorkCalendar.Admin;

/// <summary>Writes an appointment, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
public sealed class WritePage(EditFormServices room) : FormPage<Appointment, AppointmentForm>(room)
{
    protected override string FirstField => nameof(AppointmentForm.Title);
}
