using GovPortal.Core.Tenancy;
using Xunit;

namespace GovPortal.Testing;

/// <summary>A test of the whole portal. Ends by seeing that the server warned of nothing.</summary>
public abstract class PortalTest(PortalFixture portal) : IAsyncLifetime
{
    private readonly List<string> sites = [Tenant.PortalName];
    private int mark;

    protected PortalFixture Portal => portal;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.StartAsync();
        await PrepareAsync();
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

    /// <summary>What each test of a class needs before it begins; what the server says meanwhile is nobody's.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected async Task<TestSite> WithRecipeAsync(string recipe = "commune") => Mine(await portal.WithRecipeAsync(recipe));

    /// <summary>Counts what the server says of the site as said of this test.</summary>
    protected TestSite Mine(TestSite site)
    {
        sites.Add(site.Name);
        return site;
    }
}
