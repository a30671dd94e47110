namespace GovPortal.OneStop.Tests;

/// <summary>The national arithmetic of part 2.4, case by case.</summary>
public sealed class OnTimeRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(30);
    private static readonly DossierState Accepted = new() { Local = LocalState.InWork, AcceptedAt = Start, DueAt = Start.AddDays(10) };

    [Fact]
    public void What_was_never_accepted_does_not_count() => Assert.Equal(Punctuality.NotCounted, OnTimeRule.Judge(new DossierState { Local = LocalState.Declined, ClosedAt = Start }, End));

    [Fact]
    public void Ended_by_the_due_moment_is_on_time_and_a_day_before_is_early()
    {
        Assert.Equal(Punctuality.OnTime, OnTimeRule.Judge(Accepted with { Local = LocalState.Done, DoneAt = Accepted.DueAt }, End));
        Assert.Equal(Punctuality.Early, OnTimeRule.Judge(Accepted with { Local = LocalState.Done, DoneAt = Start.AddDays(9) }, End));
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(Accepted with { Local = LocalState.Done, DoneAt = Accepted.DueAt!.Value.AddMinutes(1) }, End));
    }

    [Fact]
    public void The_result_counts_and_not_the_day_it_was_fetched() =>
        Assert.NotEqual(Punctuality.Late, OnTimeRule.Judge(Accepted with { Local = LocalState.Returned, DoneAt = Start.AddDays(3), ReturnedAt = Start.AddDays(25) }, End));

    [Fact]
    public void A_stopped_one_ended_when_it_was_stopped()
    {
        Assert.Equal(Punctuality.Early, OnTimeRule.Judge(Accepted with { Local = LocalState.Stopped, ClosedAt = Start.AddDays(2) }, End));
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(Accepted with { Local = LocalState.Stopped, ClosedAt = Start.AddDays(12) }, End));
    }

    [Fact]
    public void What_has_not_ended_is_measured_at_the_end_of_the_period()
    {
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(Accepted, End));
        Assert.Equal(Punctuality.OnTime, OnTimeRule.Judge(Accepted, Start.AddDays(10)));
    }

    [Fact]
    public void One_that_waits_for_its_supplement_ended_when_that_was_asked_for()
    {
        var waiting = Accepted with { Local = LocalState.AwaitingSupplement, Supplements = 1, SupplementAskedAt = Start.AddDays(9) };

        Assert.Equal(Punctuality.OnTime, OnTimeRule.Judge(waiting, End));
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(waiting with { SupplementAskedAt = Start.AddDays(11) }, End));
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(waiting with { Supplements = 2 }, End));
    }

    [Fact]
    public void Without_an_appointment_the_longest_time_of_the_procedure_counts()
    {
        var free = Accepted with { Local = LocalState.Done, DueAt = null, DoneAt = Start.AddDays(5) };

        Assert.Equal(Punctuality.OnTime, OnTimeRule.Judge(free, End));
        Assert.Equal(Punctuality.OnTime, OnTimeRule.Judge(free, End, TimeSpan.FromDays(5)));
        Assert.Equal(Punctuality.Late, OnTimeRule.Judge(free, End, TimeSpan.FromDays(4)));
    }

    [Theory]
    [InlineData(0, 0, "N/A")]
    [InlineData(1, 3, "33.33")]
    [InlineData(2, 3, "66.67")]
    [InlineData(3, 3, "100.00")]
    public void Shares_have_two_decimals_and_nothing_of_nothing_is_not_available(int timely, int all, string written) =>
        Assert.Equal(written, FiguresRow.Written((FiguresRow.Nothing("", "") with { OnTime = timely, Late = all - timely }).OnTimeShare));

    [Fact]
    public void A_share_is_spelt_as_the_reader_spells_numbers()
    {
        Assert.Equal("95,42 %", FiguresRow.Spoken(95.42m, isEnglish: false));
        Assert.Equal("95.42 %", FiguresRow.Spoken(95.42m, isEnglish: true));
        Assert.Equal("N/A", FiguresRow.Spoken(null, isEnglish: false));
    }
}
