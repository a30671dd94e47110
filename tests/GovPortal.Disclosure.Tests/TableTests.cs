using System.Text;
using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Tests;

public sealed class TableTests
{
    private const string Budget = """
        TT|Nội dung|Dự toán|Tỷ lệ (%)
        A|Tổng thu|100|
        I|Thu nội địa|70|70
        1|Thuế|50|
        2|Phí|20|
        II|Thu khác|30|30
        B|Tổng chi|90|
        |Tổng cộng|190|
        """;

    [Fact]
    public void A_table_is_read_as_it_is_pasted_from_a_spreadsheet()
    {
        var table = Read("TT\tNội dung\tSố tiền\tNgày\n1\t\"Xây nhà \"\"Đông\"\"\nđợt 2\"\t1.234,5\t05/08/2025\n2\tSửa đường\t-10\t\n");

        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Amount, CellKind.Day], table.Columns.Select(column => column.Kind));
        Assert.Equal(["1", "Xây nhà \"Đông\" đợt 2", "1234.5", "2025-08-05"], table.Rows[0]);
        Assert.Null(table.Rows[1][3]);
        Assert.Equal(table.Rows, Read(TableText.Write(table)).Rows);
    }

    [Fact]
    public void Decomposed_letters_are_composed() => Assert.Equal("Đường", Read("Tên|Số\nĐường|1".Normalize(NormalizationForm.FormD)).Rows[0][0]);

    [Theory]
    [InlineData("", null, "disclosure.table.no-rows")]
    [InlineData("TT|Tên", null, "disclosure.table.no-rows")]
    [InlineData("TT||Tên\n1|2|3", null, "disclosure.table.no-heading")]
    [InlineData("Tên|Số\nA|năm", "chữ, số", "disclosure.table.bad-cell")]
    [InlineData("Tên|Số\nA|5", "chữ", "disclosure.table.kinds")]
    [InlineData("Tên|Số\nA|5", "chữ, tiền", "disclosure.table.kinds")]
    public void A_table_that_cannot_be_read_says_why(string typed, string? kinds, string fault) => Assert.Equal(fault, TableReading.Of(TableText.Cells(typed), kinds).Fault);

    [Fact]
    public void A_table_larger_than_any_page_is_refused() =>
        Assert.Equal("disclosure.table.large", TableReading.Of(TableText.Cells("Số\n" + string.Join('\n', Enumerable.Range(1, DisclosedTable.MostRows + 1))), null).Fault);

    [Fact]
    public void Sums_are_told_from_the_numbering_of_rows()
    {
        var sums = TableSums.Of(Read(Budget));

        Assert.Equal(6, sums.TotalRow);
        Assert.Equal(190m, sums.Totals[2]);
        Assert.Null(sums.Totals[3]);
        Assert.Equal(3, sums.Checked);
        Assert.Empty(sums.Differences);
    }

    [Fact]
    public void A_stated_sum_that_is_none_is_told_with_both_numbers()
    {
        var sums = TableSums.Of(Read(Budget.Replace("1|Thuế|50", "1|Thuế|51", StringComparison.Ordinal)));

        Assert.Equal(new SumDifference(1, 2, 70, 71), Assert.Single(sums.Differences));
    }

    [Fact]
    public void Without_numbering_the_rows_make_up_the_sum()
    {
        var sums = TableSums.Of(Read("Xã|Hộ nghèo\nĐông Kỳ|12\nBố Hạ|30"));

        Assert.Null(sums.TotalRow);
        Assert.Equal(42m, sums.Totals[1]);
    }

    [Theory]
    [InlineData("Đơn giá", CellKind.Figure)]
    [InlineData("Tỷ lệ thực hiện (%)", CellKind.Figure)]
    [InlineData("Năm", CellKind.Figure)]
    [InlineData("Số tiền", CellKind.Amount)]
    [InlineData("STT", CellKind.Text)]
    public void Shares_prices_and_years_are_not_added_up(string heading, CellKind kind) => Assert.Equal(kind, ColumnKinds.Guess(heading, ["1", "2"]));

    [Fact]
    public async Task A_file_holds_numbers_as_numbers_and_no_formula()
    {
        var table = Read("Tên|Số\n=cmd()|-1.234,5");

        var csv = Encoding.UTF8.GetString(await TableCsv.WriteAsync(table, TestContext.Current.CancellationToken));

        Assert.Equal("\uFEFFTên,Số\r\n\"'=cmd()\",-1234.5", csv.TrimEnd('\r', '\n'));
    }

    private static DisclosedTable Read(string typed) => TableReading.Of(TableText.Cells(typed), null).Table!;
}
