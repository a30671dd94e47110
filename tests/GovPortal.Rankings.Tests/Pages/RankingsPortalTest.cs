using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Rankings.Tests.Pages;

/// <summary>A test of rankings over HTTP; ends by seeing that the server warned of nothing.</summary>
public abstract class RankingsPortalTest(PortalFixture portal) : PortalTest(portal)
{
    private static int years = 2020;

    protected TestSite Province => Portal.Site(Tenant.PortalName);

    /// <summary>The portal is shared, and a year has one survey.</summary>
    protected static int NewYear() => Interlocked.Decrement(ref years);

    // Switched on for the province, whatever its recipe says.
    protected override Task PrepareAsync() => Province.SwitchModulesAsync("News", "Procedures", "Documents", "Search", "Rankings");

    protected Task<TestSite> CommuneAsync() => WithRecipeAsync();

    protected Task<Visitor> ProvinceAsAsync(Role role) => Province.SignInAsAsync(role);
}
