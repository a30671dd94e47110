using GovPortal.Web.Pages;

namespace GovPortal.Core.Tests.Web;

public sealed class PageOfTests
{
    [Theory]
    [InlineData(1, 0, 1, false)]
    [InlineData(1, 20, 1, false)]
    [InlineData(2, 20, 1, true)]
    [InlineData(2, 21, 2, false)]
    public void The_last_page_is_the_one_that_still_holds_something(int number, int total, int last, bool isBeyond)
    {
        var page = Page(number, total);

        Assert.Equal((last, isBeyond), (page.Last, page.IsBeyond));
    }

    [Theory]
    [InlineData(1, 1, new[] { 1 })]
    [InlineData(1, 60, new[] { 1, 2, 3 })]
    [InlineData(5, 200, new[] { 1, 0, 4, 5, 6, 0, 10 })]
    [InlineData(1, 200, new[] { 1, 2, 0, 10 })]
    [InlineData(10, 200, new[] { 1, 0, 9, 10 })]
    public void Offered_are_the_ends_and_the_neighbours_with_gaps_between(int number, int total, int[] numbers) => Assert.Equal(numbers, Page(number, total).Numbers());

    private static PageOf Page(int number, int total) => new(number, 20, total, n => $"?trang={n}");
}
