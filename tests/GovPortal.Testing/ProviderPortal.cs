namespace GovPortal.Testing;

/// <summary>A portal whose people may also sign in by the accounts of an <see cref="Testing.Authority"/>.</summary>
public abstract class ProviderPortal(TestDatabase database) : PortalFixture(database), IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Authority? authority;

    public Authority Authority => authority!;

    protected override IEnumerable<string> MoreSettings => Authority.Settings;

    /// <summary>Starts both, when first needed.</summary>
    public async Task BeginAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (authority is null)
            {
                authority = await Authority.OpenAsync();
                await StartAsync();
                await authority.RegisterAsync(Address);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public new async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (authority is not null)
        {
            await authority.DisposeAsync();
        }

        gate.Dispose();
    }
}

public sealed class ProviderOnSqlite() : ProviderPortal(new SqliteDatabase());

public sealed class ProviderOnPostgres() : ProviderPortal(new PostgresDatabase());
