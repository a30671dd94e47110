using GovPortal.Core.Security;
using GovPortal.Editing.Forms;

namespace GovPortal.Guides.Admin;

/// <summary>Writes a life-event guide, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
public sealed class WritePage(EditFormServices room) : FormPage<Guide, GuideForm>(room)
{
    protected override string FirstField => nameof(GuideForm.Title);

    protected override string FieldOf(string field) => field switch
    {
        "title" or "slug" => nameof(GuideForm.Title),
        nameof(Guide.Note) => nameof(GuideForm.NoteText),
        _ => field,
    };
}
