using FsCheck;
using FsCheck.Fluent;
using GovPortal.Core.Security;

namespace GovPortal.OneStop.Tests;

/// <summary>Walks that the table allows, told anew from their steps.</summary>
public sealed class ReplayTests
{
    private static readonly HashSet<Role> Everybody = [.. Enum.GetValues<Role>()];
    private static readonly Gen<int[]> Choices = Gen.Choose(0, 999).ArrayOf(25);

    [Fact]
    public void A_dossier_stands_as_its_steps_say() => Holds(walk => walk.State == DossierState.Of(walk.Steps));

    [Fact]
    public void A_step_taken_back_leaves_nothing() => Holds(walk =>
    {
        var before = DossierState.Of(walk.Steps);
        return Transitions.From(before.Local, Everybody).All(line =>
            DossierState.Of([.. walk.Steps, StepOf(line.Act, before, walk.Steps.Count), new StepFacts(DossierAct.RollBack, DateTimeOffset.MaxValue, null, "", null, null)]) == before);
    });

    [Fact]
    public void The_clock_stands_still_only_where_something_is_waited_for() => Holds(walk =>
        (walk.State.PausedAt is not null) == (walk.State.Local is LocalState.AwaitingSupplement or LocalState.AwaitingPayment)
        || walk.State.Local is LocalState.WithdrawalAsked or LocalState.Withdrawn or LocalState.Lapsed);

    [Fact]
    public void An_end_has_its_moment_and_a_dossier_at_work_has_none() => Holds(walk => walk.State.Local.IsEnded() == (OnTimeRule.EndOf(walk.State) is not null));

    private static void Holds(Func<Walk, bool> law) => Prop.ForAll(Choices.ToArbitrary(), choices => law(Walk.By(choices))).QuickCheckThrowOnFailure();

    private static StepFacts StepOf(DossierAct act, DossierState state, int number) => new(act, DateTimeOffset.UnixEpoch.AddHours(number), state.DueAt, state.Unit, state.AssigneeId, state.AssigneeName);

    private sealed record Walk(DossierState State, IReadOnlyList<StepFacts> Steps)
    {
        public static Walk By(int[] choices)
        {
            var (state, steps) = (new DossierState(), new List<StepFacts>());
            foreach (var choice in choices)
            {
                var lines = Transitions.From(state.Local, Everybody).ToArray();
                if (lines.Length == 0)
                {
                    break;
                }

                steps.Add(StepOf(lines[choice % lines.Length].Act, state, steps.Count));
                state = state.After(steps[^1]);
            }

            return new Walk(state, steps);
        }
    }
}
