using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Operations.Tests;

/// <summary>A test of what an administrator does by command while the server of the fixture runs.</summary>
public abstract class OperationsTest(PortalFixture portal) : IAsyncLifetime
{
    protected PortalFixture Portal => portal;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
