using GovPortal.Core.Content;

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
    [InlineData(DeskAct.Withdraw, ContentState.Draft, DraftStage.Writing, "content.withdraw.not-live")]
    [InlineData(DeskAct.Withdraw, ContentState.Withdrawn, DraftStage.Writing, "content.withdraw.not-live")]
    [InlineData(DeskAct.Withdraw, ContentState.Published, DraftStage.Writing, null)]
    [InlineData(DeskAct.Publish, ContentState.Published, DraftStage.Writing, "content.publish.nothing-new")]
    [InlineData(DeskAct.Publish, ContentState.Deleted, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(DeskAct.Submit, ContentState.Draft, DraftStage.SentBack, null)]
    [InlineData(DeskAct.Submit, ContentState.Draft, DraftStage.Submitted, "content.act.wrong-state")]
    [InlineData(DeskAct.SendBack, ContentState.Draft, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(DeskAct.SendBack, ContentState.Draft, DraftStage.Scheduled, null)]
    [InlineData(DeskAct.GoLive, ContentState.Draft, DraftStage.Submitted, "content.act.wrong-state")]
    [InlineData(DeskAct.Delete, ContentState.Published, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(DeskAct.Delete, ContentState.Draft, DraftStage.Submitted, null)]
    [InlineData(DeskAct.Undelete, ContentState.Draft, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(DeskAct.ApproveUrgent, ContentState.Published, DraftStage.Writing, "content.act.wrong-state")]
    [InlineData(DeskAct.Save, ContentState.Deleted, DraftStage.Writing, "content.act.wrong-state")]
    public void The_table_says_what_may_be_done_where(DeskAct act, ContentState state, DraftStage stage, string? code)
    {
        var item = new ContentItem { Type = "article", Slug = "bai", Title = "Bài", State = state, LatestVersion = 1, LiveVersion = state is ContentState.Draft or ContentState.Deleted ? null : 1 };

        Assert.Equal(code, Workflow.Refuses(act, item, new DeskCard { Stage = stage })?.Code);
    }

    [Fact]
    public void Every_act_has_its_line_in_the_table() => Assert.Equal(Enum.GetValues<DeskAct>().Order(), Workflow.Rules.Keys.Order());
}
