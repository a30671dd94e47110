using GovPortal.Core.Security;

namespace GovPortal.OneStop.Tests;

/// <summary>The table of transitions, against part 2.2 of the rules of the field.</summary>
public sealed class TransitionTests
{
    private static readonly HashSet<Role> Everybody = [.. Enum.GetValues<Role>()];

    [Fact]
    public void Whatever_a_citizen_must_be_told_a_reason_for_needs_a_note()
    {
        var silent = Transitions.All.Where(line => (line.Act == DossierAct.Extend || line.To?.StatusOf() is NationalStatus.Declined or NationalStatus.SupplementAsked or NationalStatus.Stopped) && !line.NeedsNote);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_national_status_is_reached_from_the_first()
    {
        var reached = new HashSet<LocalState> { LocalState.Entered };
        while (reached.SelectMany(state => Transitions.From(state, Everybody)).Select(line => line.To).OfType<LocalState>().Any(reached.Add))
        {
        }

        Assert.Equal(Enum.GetValues<LocalState>().ToHashSet(), reached);
        Assert.Equal(Enum.GetValues<NationalStatus>().ToHashSet(), reached.Select(state => state.StatusOf()).ToHashSet());
    }

    [Fact]
    public void Nothing_follows_the_end_but_handing_out()
    {
        var after = Enum.GetValues<LocalState>().Where(state => state.IsEnded()).SelectMany(state => Transitions.From(state, Everybody));

        Assert.Equal([DossierAct.Return], after.Select(line => line.Act));
    }

    [Fact]
    public void A_clock_that_is_stopped_is_started_again_by_what_it_was_stopped_for()
    {
        var pausing = Transitions.All.Where(line => line.Clock == Clock.Pauses).ToArray();

        Assert.Equal([DossierAct.AskSupplement, DossierAct.AskPayment], pausing.Select(line => line.Act));
        Assert.All(pausing, line => Assert.Contains(Transitions.From(line.To!.Value, Everybody), next => next.Clock == Clock.Resumes));
    }

    [Fact]
    public void An_act_from_a_state_stands_in_one_line()
    {
        var twice = Transitions.All.SelectMany(line => line.From.Select(from => (line.Act, from))).GroupBy(pair => pair).Where(group => group.Count() > 1);

        Assert.Empty(twice);
    }

    [Theory]
    [InlineData(LocalState.InWork, DossierAct.Finish, Role.Officer, "onestop.act.not-yours")]
    [InlineData(LocalState.InWork, DossierAct.Finish, Role.Signatory, null)]
    [InlineData(LocalState.Entered, DossierAct.Accept, Role.Officer, "onestop.act.not-yours")]
    [InlineData(LocalState.Entered, DossierAct.Accept, Role.Clerk, null)]
    [InlineData(LocalState.Entered, DossierAct.Decline, Role.Clerk, "onestop.act.note")]
    [InlineData(LocalState.Stopped, DossierAct.AskSupplement, Role.Officer, "onestop.act.not-now")]
    [InlineData(LocalState.Done, DossierAct.AskSupplement, Role.Officer, "onestop.act.not-now")]
    [InlineData(LocalState.InWork, DossierAct.AskSupplement, Role.Officer, "onestop.act.note")]
    [InlineData(LocalState.InWork, DossierAct.Take, Role.Publisher, "onestop.act.not-now")]
    public void Who_may_do_what_where(LocalState state, DossierAct act, Role role, string? refusal) =>
        Assert.Equal(refusal, DossierRules.Check(new DossierState { Local = state }, new ActRequest(act), new Actor(Guid.NewGuid(), "Lan", new HashSet<Role> { role }), [], null, DateTimeOffset.UnixEpoch)?.Code);

    [Fact]
    public void A_clock_set_back_stops_every_act()
    {
        var now = DateTimeOffset.UnixEpoch;

        Assert.Equal("onestop.act.clock", DossierRules.Check(new DossierState { Local = LocalState.InUnit }, new ActRequest(DossierAct.Take), new Actor(null, "", Everybody), [], now.AddSeconds(1), now)?.Code);
    }

    [Fact]
    public void A_second_supplement_and_an_extension_after_the_due_date_are_refused()
    {
        var (now, actor) = (DateTimeOffset.UnixEpoch, new Actor(null, "", Everybody));
        var state = new DossierState { Local = LocalState.InWork, Supplements = 1, DueAt = now };

        Assert.Equal("onestop.supplement.once", DossierRules.Check(state, new ActRequest(DossierAct.AskSupplement) { Note = "Thiếu" }, actor, [], null, now)?.Code);
        Assert.Equal("onestop.extend.late", DossierRules.Check(state, new ActRequest(DossierAct.Extend) { Note = "Chờ", NewDueAt = now.AddDays(2) }, actor, [], null, now)?.Code);
        Assert.Equal("onestop.extend.earlier", DossierRules.Check(state, new ActRequest(DossierAct.Extend) { Note = "Chờ", NewDueAt = now }, actor, [], null, now.AddDays(-1))?.Code);
        Assert.Null(DossierRules.Check(state, new ActRequest(DossierAct.Extend) { Note = "Chờ", NewDueAt = now.AddDays(2) }, actor, [], null, now.AddDays(-1)));
    }
}
