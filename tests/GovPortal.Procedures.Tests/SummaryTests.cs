using GovPortal.Procedures.Site;

namespace GovPortal.Procedures.Tests;

/// <summary>The box above a procedure says what the table below it says, over the whole national catalogue.</summary>
public sealed class SummaryTests
{
    private const string ByChannel = "tùy hình thức nộp";

    [Fact]
    public void No_summary_says_that_the_channel_matters_where_channels_are_alike()
    {
        var wrong = Catalogue.All.Where(procedure =>
        {
            var words = Catalogue.WordsOf(procedure);
            var alike = procedure.Methods.GroupBy(method => method.Channel).Select(channel => string.Join('\n', channel.Select(method => $"{method.Time}{method.TimeUnit}{method.Text}").Distinct().Order())).Distinct().Count() == 1;
            return alike && words.BoxTime.Contains(ByChannel, StringComparison.Ordinal);
        }).Select(procedure => procedure.Code);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_time_of_every_summary_stands_in_its_table()
    {
        var wrong = Catalogue.All.Where(procedure => procedure.Methods.Count > 0).Where(procedure =>
        {
            var words = Catalogue.WordsOf(procedure);
            string[] times = [.. words.Rows.Select(row => words.Time(row.First) ?? ShortName.Of(row.First.Text!, 120))];
            var spans = times.SelectMany(_ => times, (least, most) => Catalogue.Say("procedures.time.between", least, most));
            return !times.Concat(spans).Any(time => words.BoxTime.StartsWith(time, StringComparison.Ordinal));
        }).Select(procedure => procedure.Code);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_span_of_times_holds_every_time_of_the_table()
    {
        var days = new Procedure { Code = "1.000001", Name = "Cấp giấy phép", Methods = [new Method("DIRECT", 17, "WORKING_DAY", null), new Method("DIRECT", 8, "WORKING_DAY", null), new Method("ONLINE", 17, "WORKING_DAY", null), new Method("ONLINE", 8, "WORKING_DAY", null)] };

        Assert.Equal("Từ 8 ngày làm việc đến 17 ngày làm việc; tùy trường hợp", Catalogue.WordsOf(days).BoxTime);
        Assert.Equal("Từ 8 ngày làm việc đến 17 ngày làm việc; tùy hình thức nộp", Catalogue.WordsOf(days with { Methods = [.. days.Methods.Take(3)] }).BoxTime);
        Assert.Equal("8 ngày làm việc; tùy hình thức nộp", Catalogue.WordsOf(days with { Methods = [days.Methods[1], new Method("ONLINE", 3, "MONTH", null)] }).BoxTime);
    }

    [Fact]
    public void No_summary_promises_a_least_fee_that_its_table_undercuts()
    {
        var wrong = Catalogue.All.Where(procedure =>
        {
            var words = Catalogue.WordsOf(procedure);
            var fees = procedure.Methods.SelectMany(method => method.Fees).ToArray();
            var amounts = fees.Where(MethodWords.IsAmount).ToArray();
            var least = amounts.Length == 0 ? null : amounts.OrderBy(fee => fee.Currency == "USD").ThenBy(fee => fee.Value).First();
            var isFrom = least is not null && words.BoxFee == Catalogue.Say("procedures.fee.from", words.Fee(least));
            return isFrom && (fees.Any(fee => !MethodWords.IsAmount(fee)) || procedure.Methods.Any(method => method.Fees.Count == 0)
                || fees.SelectMany(fee => StatedAmounts.In(fee.Text)).Any(stated => stated < least!.Value));
        }).Select(procedure => procedure.Code);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Several_fees_are_said_only_where_the_table_has_several()
    {
        var among = Catalogue.Say("procedures.fee.among", "").Split(':')[0];
        var wrong = Catalogue.All.Where(procedure =>
        {
            var words = Catalogue.WordsOf(procedure);
            return words.BoxFee.StartsWith(among, StringComparison.Ordinal) && words.Rows.SelectMany(row => row.First.Fees).DistinctBy(MethodLine.FeeKeyOf).Count() < 2;
        });

        Assert.Empty(wrong.Select(procedure => procedure.Code));
    }

    [Fact]
    public void Several_times_are_said_only_where_the_table_has_several()
    {
        string[] ends = [Catalogue.Say("procedures.by-channel", ""), Catalogue.Say("procedures.by-case", "")];
        var wrong = Catalogue.All.Where(procedure => Catalogue.WordsOf(procedure) is var words && words.Rows.Count < 2 && ends.Any(end => words.BoxTime.EndsWith(end, StringComparison.Ordinal)));

        Assert.Empty(wrong.Select(procedure => procedure.Code));
    }

    [Fact]
    public void Free_of_charge_is_said_only_where_every_method_is()
    {
        var free = Catalogue.Say("procedures.fee.none");
        var wrong = Catalogue.All.Where(procedure => Catalogue.WordsOf(procedure).BoxFee == free && procedure.Methods.Any(method => method.Fees.Count == 0 || method.Fees.Any(fee => fee.Value > 0 || fee.Text is not null)));

        Assert.Empty(wrong.Select(procedure => procedure.Code));
    }

    [Fact]
    public void Methods_alike_stand_once_and_none_is_lost()
    {
        var (before, after) = (0, 0);
        foreach (var procedure in Catalogue.All)
        {
            var rows = MethodLine.Of(procedure.Methods);
            (before, after) = (before + procedure.Methods.Count, after + rows.Count);
            Assert.All(procedure.Methods, method => Assert.Contains(rows, row => row.Channels.Contains(method.Channel) && row.First.Time == method.Time && row.First.TimeUnit == method.TimeUnit));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{before} methods in {after} rows");
        Assert.InRange(after, 1, before * 6 / 10);
    }
}
