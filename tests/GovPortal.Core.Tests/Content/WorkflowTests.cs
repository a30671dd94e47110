using GovPortal.Core.Content;

namespace GovPortal.Core.Tests.Content;

public sealed class WorkflowTests
{
    [Theory]
    [InlineData(ContentState.Draft, PublicationAct.Published)]
    [InlineData(ContentState.Published, PublicationAct.Corrected)]
    [InlineData(ContentState.Withdrawn, PublicationAct.Published)]
    public void Publishing_what_is_public_is_a_correction(ContentState state, PublicationAct act) => Assert.Equal(act, Workflow.ActOfPublishing(state));

    [Theory]
    [InlineData(ContentState.Draft, "Lý do", "content.withdraw.not-live")]
    [InlineData(ContentState.Withdrawn, "Lý do", "content.withdraw.not-live")]
    [InlineData(ContentState.Published, null, "content.withdraw.no-notice")]
    [InlineData(ContentState.Published, " \n", "content.withdraw.no-notice")]
    [InlineData(ContentState.Published, "Lý do", null)]
    public void Only_what_is_public_is_withdrawn_and_only_with_a_reason(ContentState state, string? notice, string? code) => Assert.Equal(code, Workflow.MayWithdraw(state, notice)?.Code);
}
