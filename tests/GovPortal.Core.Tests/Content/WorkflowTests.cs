using GovPortal.Core.Publication;
using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Content;

public sealed class WorkflowTests
{
    [Theory]
    [InlineData(ContentState.Draft, PublicationAct.Published)]
    [InlineData(ContentState.Published, PublicationAct.Corrected)]
    [InlineData(ContentState.Withdrawn, PublicationAct.Published)]
    [InlineData(ContentState.Expired, PublicationAct.Published)]
    public void Publishing_what_is_public_is_a_correction(ContentState state, PublicationAct act) => Assert.Equal(act, Workflow.ActOfPublishing(state));

    [Theory]
    [InlineData(WorkflowAction.Withdraw, ContentState.Draft, DraftStage.Writing, "content.withdraw.not-live")]
    [InlineData(WorkflowAction.Withdraw, ContentState.Withdrawn, DraftStage.Writing, "content.withdraw.not-live")]
    [InlineData(WorkflowAction.Withdraw, ContentState.Published, DraftStage.Writing, null)]
    [InlineData(WorkflowAction.Publish, ContentState.Published, DraftStage.Writing, "content.publish.nothing-new")]
    [InlineData(WorkflowAction.Publish, ContentState.Deleted, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(WorkflowAction.Submit, ContentState.Draft, DraftStage.SentBack, null)]
    [InlineData(WorkflowAction.Submit, ContentState.Draft, DraftStage.Submitted, "content.act.wrong-state")]
    [InlineData(WorkflowAction.SendBack, ContentState.Draft, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(WorkflowAction.SendBack, ContentState.Draft, DraftStage.Scheduled, null)]
    [InlineData(WorkflowAction.GoLive, ContentState.Draft, DraftStage.Submitted, "content.act.wrong-state")]
    [InlineData(WorkflowAction.Delete, ContentState.Published, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(WorkflowAction.Delete, ContentState.Draft, DraftStage.Submitted, null)]
    [InlineData(WorkflowAction.Undelete, ContentState.Draft, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(WorkflowAction.ApproveUrgent, ContentState.Published, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(WorkflowAction.Save, ContentState.Deleted, DraftStage.Writing, "content.act.wrong-state")]
    public void The_table_says_what_may_be_done_where(WorkflowAction act, ContentState state, DraftStage stage, string? code)
    {
        var item = new ContentItem { Type = "article", Slug = "bai", Title = "Bài", State = state, LatestVersion = 1, LiveVersion = state is ContentState.Draft or ContentState.Deleted ? null : 1 };

        Assert.Equal(code, Workflow.Refuses(act, item, new EditorialStatus { Stage = stage })?.Code);
    }

    [Fact]
    public void Every_act_has_its_line_in_the_table() => Assert.Equal(Enum.GetValues<WorkflowAction>().Order(), Workflow.Rules.Keys.Order());
}
