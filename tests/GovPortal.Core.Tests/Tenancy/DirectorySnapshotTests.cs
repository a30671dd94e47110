using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Core.Tests.Tenancy;

public sealed class DirectorySnapshotTests
{
    private static readonly DirectorySnapshot three = DirectorySnapshot.Empty.With([],
    [
        Site(1, "portal"),
        Site(2, "so-y-te") with { Host = "soyte.example.vn", AgencyCode = "H05.21", ParentName = "portal" },
        Site(3, "so-noi-vu") with { AgencyCode = "H05.22", OldAgencyCode = "000.00.22.H05", ParentName = "portal" },
    ]);

    [Fact]
    public void A_site_that_moved_is_found_at_its_new_host_only()
    {
        var next = three.With([2], [three.ById[2] with { Host = "suckhoe.example.vn", AgencyCode = "H05.99" }]);

        Assert.Equal("so-y-te", next.ByHost["SucKhoe.example.vn"].Name);
        Assert.False(next.ByHost.ContainsKey("soyte.example.vn"));
        Assert.Equal("so-y-te", next.ByAgencyCode["h05.99"].Name);
        Assert.False(next.ByAgencyCode.ContainsKey("H05.21"));
    }

    [Fact]
    public void A_site_without_a_row_is_gone_and_its_names_are_free()
    {
        var next = three.With([3], []);

        Assert.Equal(["portal", "so-y-te"], next.All.Select(site => site.Name));
        Assert.False(next.ByName.ContainsKey("so-noi-vu"));
        Assert.False(next.ByAgencyCode.ContainsKey("000.00.22.H05"));
        Assert.Equal(["so-y-te"], next.Children["portal"].Select(site => site.Name));
    }

    [Fact]
    public void A_site_that_is_off_keeps_its_code_and_leaves_the_list_of_its_parent()
    {
        var next = three.With([2], [three.ById[2] with { IsEnabled = false }]);

        Assert.False(next.ByAgencyCode["H05.21"].IsEnabled);
        Assert.Equal([2], next.Disabled);
        Assert.Equal(["so-noi-vu"], next.Children["portal"].Select(site => site.Name));
    }

    [Fact]
    public void Sites_stand_in_the_order_they_were_opened_whatever_changed_last()
    {
        var next = three.With([1], [three.ById[1] with { Title = "Cổng mới" }]).With([4], [Site(4, "so-tu-phap") with { ParentName = "portal" }]).With([2], [three.ById[2]]);

        Assert.Equal([1, 2, 3, 4], next.All.Select(site => site.Id));
        Assert.Equal(["so-y-te", "so-noi-vu", "so-tu-phap"], next.Children["portal"].Select(site => site.Name));
    }

    [Fact]
    public void What_was_read_before_a_change_stays_as_it_was()
    {
        three.With([2], []);

        Assert.Equal("so-y-te", three.ByHost["soyte.example.vn"].Name);
    }

    private static Tenant Site(int id, string name) => new(id, name) { Title = name, Kind = SiteKind.Department };
}
