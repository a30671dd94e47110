using GovPortal.Publishing.Content;

namespace GovPortal.WorkCalendar.Tests;

public sealed class AppointmentLineTests
{
    private static readonly DateTime Start = new(2026, 3, 6, 14, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void One_over_days_says_its_part_of_each()
    {
        var line = new AppointmentLine(Start, Start.AddDays(3).AddHours(-5), null, null, null);
        string[] said = [.. Enumerable.Range(5, 6).Select(day => new DateOnly(2026, 3, day)).Select(day => line.IsOn(day) ? line.TimeOn(day, Say) : "-")];

        Assert.Equal(["-", "từ 14:00", "cả ngày", "cả ngày", "đến 09:00", "-"], said);
    }

    [Fact]
    public void One_until_midnight_stays_on_its_day()
    {
        var line = new AppointmentLine(Start, Start.Date.AddDays(1), null, null, null);

        Assert.False(line.IsOn(new DateOnly(2026, 3, 7)));
        Assert.Equal("14:00 – 00:00", line.TimeOn(new DateOnly(2026, 3, 6), Say));
    }

    [Fact]
    public void One_over_sunday_stands_in_both_weeks()
    {
        IContentType type = new AppointmentType();
        var facts = type.FactsOf(new Appointment { Title = "Đi công tác Đà Nẵng", StartsAt = Start, EndsAt = Start.AddDays(3) });

        Assert.Equal(["2026-W10", "2026-W11"], facts.Terms.Select(term => term.Value));
        Assert.Equal("di-cong-tac-da-nang-2026-03-06", facts.Slug);
    }

    [Theory]
    [InlineData(0, "workcalendar.ends-before-start")]
    [InlineData(-60, "workcalendar.ends-before-start")]
    [InlineData(60 * 24 * 32, "workcalendar.too-long")]
    public void An_odd_end_is_refused_by_its_field(int minutes, string code)
    {
        IContentType type = new AppointmentType();

        var refusal = Assert.Single(type.Check(new Appointment { Title = "Họp", StartsAt = Start, EndsAt = Start.AddMinutes(minutes) }));

        Assert.Equal((code, nameof(Appointment.EndsAt)), (refusal.Code, refusal.Field));
    }

    private static string Say(string key) => key switch { "workcalendar.time.from" => "từ {0}", "workcalendar.time.until" => "đến {0}", _ => "cả ngày" };
}
