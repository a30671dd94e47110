using GovPortal.Core.Security;
using GovPortal.Editing.Forms;

namespace GovPortal.Feedback.Admin;

/// <summary>Writes a question and its answer for everybody, keeps them as a draft, publishes or corrects them.</summary>
[Authorize(Permission.Write)]
public sealed class WritePage(EditFormServices room) : FormPage<Question, QuestionForm>(room)
{
    protected override string FirstField => nameof(QuestionForm.Title);
}
