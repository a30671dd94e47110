using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Tests.Tenancy;

public sealed class TenantClockTests
{
    private static readonly Tenant Commune = new(1, "xa") { Title = "Xã", Kind = SiteKind.Commune };

    [Theory]
    [InlineData("2026-03-01T16:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T17:00:00Z", "2026-03-02")]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")]
    public void Today_is_what_the_calendar_in_the_office_shows(string now, string today) =>
        Assert.Equal(DateOnly.Parse(today, null), new TenantClock(Commune, new Stopped(DateTimeOffset.Parse(now, null))).Today);

    [Fact]
    public void A_day_begins_at_midnight_in_the_office()
    {
        var clock = new TenantClock(Commune, TimeProvider.System);
        var day = new DateOnly(2026, 3, 2);

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 17, 0, 0, TimeSpan.Zero), clock.StartOf(day));
        Assert.Equal(day, clock.DayOf(clock.StartOf(day)));
        Assert.Equal(day.AddDays(-1), clock.DayOf(clock.StartOf(day).AddTicks(-1)));
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
