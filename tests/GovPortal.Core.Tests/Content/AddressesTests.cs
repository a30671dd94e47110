using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Content;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("tin", new string[0], "tin")]
    [InlineData("tin", new[] { "tin" }, "tin-2")]
    [InlineData("tin", new[] { "tin", "tin-2", "tin-4" }, "tin-3")]
    [InlineData("tin-2", new[] { "tin-2" }, "tin-2-2")]
    [InlineData("tin", new[] { "tin-2" }, "tin")]
    public void A_taken_address_gets_the_next_free_number(string wish, string[] taken, string free) => Assert.Equal(free, Addresses.FirstFree(wish, taken.Contains));
}
