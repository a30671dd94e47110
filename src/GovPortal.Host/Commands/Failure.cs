using System.Net.Sockets;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GovPortal.Host.Commands;

/// <summary>Says in one sentence why the server could not start or a verb not be done; the log file has the rest.</summary>
internal static class Failure
{
    /// <summary>What the log calls it; the console leaves it out, for the sentence stands there already.</summary>
    public const string LogName = "GovPortal.Host.Commands.Failure";

    private const int SqliteCantOpen = 14;
    private const int SqliteDamaged = 11;
    private const int SqliteNoDatabase = 26;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Tells the person at the console what is wrong and what to do.</summary>
    /// <param name="services">Where it got as far as having any.</param>
    /// <param name="errors">Where the sentence goes.</param>
    public static int Tell(Exception fault, IServiceProvider? services, TextWriter errors)
    {
        services?.GetRequiredService<ILoggerFactory>().CreateLogger(LogName).LogError(new EventId(1, "EndedEarly"), fault, "The command could not be done");
        errors.WriteLine(Sentence(fault, services));
        return Verbs.WrongUse;
    }

    /// <summary>Lets go of everything. Where the disk is full the last lines of the log cannot be written, which is no reason to end otherwise.</summary>
    public static async Task CloseAsync(WebApplication? app)
    {
        try
        {
            await (app?.DisposeAsync() ?? default);
        }
        catch (Exception fault) when (StorageFault.Is(fault))
        {
            await Console.Error.WriteLineAsync($"The last lines of the log could not be written ({fault.GetBaseException().Message.Trim()}).");
        }
    }

    private static string Sentence(Exception fault, IServiceProvider? services)
    {
        var database = services?.GetRequiredService<DatabaseSetup>().Place ?? "the database";
        foreach (var cause in StorageFault.CausesOf(fault))
        {
            if ((OfDisk(cause) ?? OfSqlite(cause, database) ?? OfPostgres(cause, database) ?? OfNetwork(cause, fault)) is { } sentence)
            {
                return sentence;
            }
        }

        return fault is RecipeException or InvalidOperationException or FileNotFoundException or FormatException or ArgumentException or InvalidDataException or IOException
            ? fault.Message
            : $"It ended on something unforeseen ({fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}); the log file in “logs” of the data folder has the details.";
    }

    private static string? OfDisk(Exception cause) =>
        StorageFault.IsFull(cause) ? $"The disk is full ({cause.Message.Trim()}). Free space where GovPortal__DataPath and the database lie, then start again."
        : StorageFault.IsReadOnly(cause) ? $"Nothing can be written ({cause.Message.Trim()}). Make the folder of GovPortal__DataPath writable for the user this program runs as, or name another."
        : StorageFault.IsOfDisk(cause) ? $"The disk does not do its work ({cause.Message.Trim()}). Look after the folder of GovPortal__DataPath, then start again."
        : null;

    private static string? OfSqlite(Exception cause, string database) => cause is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SqliteNoDatabase or SqliteDamaged => $"The database {database} is damaged ({sqlite.Message}). Bring it back from a backup; a new installation begins in an empty folder.",
        SqliteBusy or SqliteLocked => $"The database {database} is locked by another program. End it, then start again.",
        SqliteCantOpen => $"The database {database} cannot be opened ({sqlite.Message}). GovPortal__DataPath must be a folder this program may write to.",
        _ => $"The database {database} does not answer as it should ({sqlite.Message}).",
    };

    private static string? OfPostgres(Exception cause, string database) => cause switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            $"PostgreSQL refused the sign-in ({database}): {refused.MessageText}. Correct user and password in ConnectionStrings__Postgres.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } absent =>
            $"PostgreSQL has no such database ({database}): {absent.MessageText}. Create it, or correct ConnectionStrings__Postgres.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"PostgreSQL does not let this user do what is needed ({database}): {refused.MessageText}. The user of ConnectionStrings__Postgres must own the database.",
        PostgresException other => $"PostgreSQL could not do it ({database}): {other.MessageText}.",
        NpgsqlException other => $"PostgreSQL does not answer ({database}): {string.Join(" ", StorageFault.CausesOf(other).Select(c => c.Message).Distinct())}. Start it, or correct ConnectionStrings__Postgres.",
        _ => null,
    };

    private static string? OfNetwork(Exception cause, Exception fault) => cause is not SocketException socket ? null : socket.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"{fault.Message.TrimEnd('.')}. Another program listens there: end it, or give --urls (ASPNETCORE_URLS) another port.",
        SocketError.AccessDenied => $"{fault.Message.TrimEnd('.')}. This user may not listen there: give --urls (ASPNETCORE_URLS) a port above 1023.",
        SocketError.AddressNotAvailable => $"{fault.Message.TrimEnd('.')}. This machine has no such address: correct --urls (ASPNETCORE_URLS).",
        _ => null,
    };
}
