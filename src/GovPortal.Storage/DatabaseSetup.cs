using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Storage;

/// <summary>A kind of database the installation may use: how it stands to this version of the program, and bringing it up to date.</summary>
public abstract class DatabaseSetup
{
    private readonly ServiceProvider described;

    /// <param name="tables">The tables of every room and module.</param>
    protected DatabaseSetup(Tables tables) => described = new ServiceCollection().AddSingleton(tables).BuildServiceProvider();

    /// <summary>The word of the setting <c>GovPortal:Database</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Where the database is, as a person is told: without its password.</summary>
    public abstract string Place { get; }

    /// <summary>Where a context asks for the tables that is made by hand, outside the container.</summary>
    protected IServiceProvider Described => described;

    /// <summary>Puts the contexts and the <see cref="ISetupLock"/> of this kind into the container.</summary>
    public abstract void AddTo(IServiceCollection services);

    /// <summary>Waits while another program keeps the database to itself. The whole of a command waits here once, and not each of its questions.</summary>
    /// <param name="isToWrite">Whether it is to be written to: one who writes may keep out others who write only.</param>
    /// <param name="tell">Takes what the person at the console is told while it is waited for.</param>
    public virtual Task WaitUntilFreeAsync(bool isToWrite, Action<string> tell, CancellationToken ct) => Task.CompletedTask;

    /// <summary>How the tables stand to this version of the program. Changes and locks nothing.</summary>
    public abstract Task<DatabaseState> LookAsync(CancellationToken ct);

    /// <summary>Creates or upgrades the tables. Runs as the owner; the application itself never does. Whoever calls it holds the <see cref="ISetupLock"/>.</summary>
    public abstract Task MigrateAsync(CancellationToken ct);

    /// <summary>A context with the rights of the owner, for <see cref="Rows.WholeDatabase"/>; nothing that answers a request comes here.</summary>
    public abstract PortalDb OpenAsOwner();

    /// <param name="known">The migrations of this version.</param>
    /// <param name="applied">Those that the database has.</param>
    /// <param name="isGuarded">Whether what comes after the last migration is in place; asked only where that decides.</param>
    protected static async Task<DatabaseState> StateAsync(IReadOnlySet<string> known, IReadOnlyCollection<string> applied, Func<Task<bool>> isGuarded) =>
        applied.Count == 0 ? DatabaseState.Absent
        : applied.Any(one => !known.Contains(one)) ? DatabaseState.Newer
        : applied.Count < known.Count || !await isGuarded() ? DatabaseState.Older
        : DatabaseState.Current;
}

/// <summary>The kinds of database, as the setting <c>GovPortal:Database</c> names them.</summary>
public static class DatabaseKind
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
}

/// <summary>How an installation's tables stand to the program.</summary>
public enum DatabaseState
{
    /// <summary>There are none.</summary>
    Absent,

    /// <summary>Made by an older version, or by a start that was cut off: to be brought up to date.</summary>
    Older,

    Current,

    /// <summary>Made by a newer version, which this one does not know.</summary>
    Newer,
}
