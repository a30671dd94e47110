using Microsoft.Data.Sqlite;
using Npgsql;

namespace GovPortal.Testing;

/// <summary>A database made for one portal of the tests, and gone with it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Why it cannot be had here; null when it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Settings that make a portal use it.</summary>
    public abstract Task<IReadOnlyList<string>> CreateAsync();

    /// <summary>Begins as a copy of another that nobody uses; settings that make a portal use it.</summary>
    public abstract Task<IReadOnlyList<string>> CreateFromAsync(TestDatabase pattern);

    /// <summary>One more of the same kind.</summary>
    public abstract TestDatabase Another();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>One file in the portal's data folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    public override Task<IReadOnlyList<string>> CreateAsync() => Task.FromResult<IReadOnlyList<string>>(["--GovPortal:Database=sqlite"]);

    /// <summary>The file comes with the folder.</summary>
    public override Task<IReadOnlyList<string>> CreateFromAsync(TestDatabase pattern) => CreateAsync();

    public override TestDatabase Another() => new SqliteDatabase();

    /// <summary>Closes what is kept open of the database in a folder.</summary>
    public static void Release(string dataPath)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataPath, "govportal.db"), DefaultTimeout = 30 }.ToString());
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>A database of its own on the server of <c>GOVPORTAL_TEST_POSTGRES</c>.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("GOVPORTAL_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    private readonly string name = $"govportal_{Guid.NewGuid():n}";

    public override string? Missing => Server is null ? "There is no PostgreSQL to test with (GOVPORTAL_TEST_POSTGRES is not set)." : null;

    /// <summary>How to reach the database as the owner of its tables.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();

    public override Task<IReadOnlyList<string>> CreateAsync() => CreateAsync($"CREATE DATABASE {name}");

    public override Task<IReadOnlyList<string>> CreateFromAsync(TestDatabase pattern) => CreateAsync($"CREATE DATABASE {name} TEMPLATE {((PostgresDatabase)pattern).name}");

    public override TestDatabase Another() => new PostgresDatabase();

    /// <summary>Closes what is kept open.</summary>
    public void Release()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private async Task<IReadOnlyList<string>> CreateAsync(string command)
    {
        await RunAsync(command);
        return ["--GovPortal:Database=postgres", $"--ConnectionStrings:Postgres={ConnectionString}"];
    }

    public override async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            Release();
            await DropAsync();
        }

        await base.DisposeAsync();
    }

    private async Task DropAsync()
    {
        try
        {
            await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // The server's own vacuum is at work in it, which this role may not end; without force the server ends it itself.
            await RunAsync($"DROP DATABASE IF EXISTS {name}");
        }
    }

    private static async Task RunAsync(string command)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var run = new NpgsqlCommand(command, connection);
        await run.ExecuteNonQueryAsync();
    }
}
