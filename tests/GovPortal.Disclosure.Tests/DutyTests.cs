using GovPortal.Core.WorkingTime;
using GovPortal.Disclosure.Duties;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Disclosure.Tests;

public sealed class DutyTests
{
    private static readonly WorkingCalendar calendar = new(WeeklyHours.Usual, NationalHolidays.Days);

    private static Duty Quarterly => new() { Key = "q", Group = "g", Name = "Quý", NameEn = "Quarter", Citation = "Luật", Parts = [PeriodPart.Q1, PeriodPart.H1, PeriodPart.M9, PeriodPart.Year], DueDays = 15 };

    [Fact]
    public void A_part_falls_due_after_its_last_day()
    {
        Assert.Equal(new DateOnly(2026, 4, 15), DutyDates.DueOf(Quarterly, new Period(2026, PeriodPart.Q1), calendar));
        Assert.Equal(new DateOnly(2027, 1, 15), DutyDates.DueOf(Quarterly, new Period(2026, PeriodPart.Year), calendar));
        Assert.Equal(new DateOnly(2026, 1, 16), DutyDates.DueOf(Quarterly with { IsDueFromStart = true }, new Period(2026, PeriodPart.Year), calendar));
    }

    [Fact]
    public void Working_days_leave_out_weekends() =>
        Assert.Equal(new DateOnly(2026, 7, 14), DutyDates.DueOf(Quarterly with { DueDays = 10, IsInWorkingDays = true }, new Period(2026, PeriodPart.H1), calendar));

    [Fact]
    public void The_parts_due_are_told_newest_first_and_never_from_before_the_rule()
    {
        var due = DutyDates.DueBy(Quarterly, new DateOnly(2026, 5, 1), new DateOnly(2025, 10, 1), null, calendar);

        Assert.Equal(["2026-q1", "2025", "2025-m9"], due.Select(part => part.Period.ToString()));
    }

    [Fact]
    public void The_own_list_has_the_nine_groups_of_the_law()
    {
        var pack = new DutyList(new ConfigurationBuilder().Build()).On(new DateOnly(2026, 3, 2));

        Assert.Equal(9, pack.Groups.Count);
        Assert.All(pack.Groups, group => Assert.True(group.Key == "danh-muc" || pack.Duties.Any(duty => duty.Group == group.Key), group.Key));
    }

    [Theory]
    [InlineData("[]", "no pack")]
    [InlineData("{", "Write a list of packs")]
    [InlineData("""[{"citation":"x","from":"2026-01-01","groups":[],"duties":[{"key":"a","group":"b","name":"n","nameEn":"n","citation":"c"}]}]""", "“b”")]
    public void A_wrong_list_is_told_at_the_start(string json, string said)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);

        var fault = Assert.Throws<InvalidOperationException>(() => new DutyList(Set(file)));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains(file, Assert.Throws<InvalidOperationException>(() => new DutyList(Set(file))).Message, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Set(string file) => new ConfigurationBuilder().AddInMemoryCollection([new("GovPortal:Disclosure:Duties", file)]).Build();
}
