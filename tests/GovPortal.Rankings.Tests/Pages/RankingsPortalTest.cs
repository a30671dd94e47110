using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Rankings.Tests.Pages;

/// <summary>A test of rankings over HTTP; ends by seeing that the server warned of nothing.</summary>
public abstract class RankingsPortalTest(PortalFixture portal) : IAsyncLifetime
{
    private static int years = 2020;
    private readonly List<string> sites = [Tenant.PortalName];
    private int mark;

    protected PortalFixture Portal => portal;

    protected TestSite Province => portal.Site(Tenant.PortalName);

    /// <summary>The portal is shared, and a year has one survey.</summary>
    protected static int NewYear() => Interlocked.Decrement(ref years);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.StartAsync();
        await Province.SwitchModulesAsync("News", "Procedures", "Documents", "Search", "Rankings");
        mark = portal.Log.Mark;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (portal.Database.Missing is null)
        {
            var said = portal.Log.Since(mark, sites);
            Assert.True(said.Count == 0, string.Join(Environment.NewLine, said));
        }

        return ValueTask.CompletedTask;
    }

    protected async Task<TestSite> CommuneAsync()
    {
        var site = await portal.WithRecipeAsync("commune");
        sites.Add(site.Name);
        return site;
    }

    protected Task<Visitor> ProvinceAsAsync(Role role) => Province.SignInAsAsync(role);
}
