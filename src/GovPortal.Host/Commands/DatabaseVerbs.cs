using System.CommandLine;
using GovPortal.Core.Files;
using GovPortal.Publishing.Backup;
using GovPortal.Storage;

namespace GovPortal.Host.Commands;

/// <summary><c>database copy</c>.</summary>
internal static class DatabaseVerbs
{
    public static Command Make()
    {
        var to = new Option<string>("--to") { Description = "postgres (of ConnectionStrings__Postgres) or sqlite (govportal.db in the data folder).", Required = true };
        to.AcceptOnlyFromAmong(DatabaseKind.Postgres, DatabaseKind.Sqlite);
        var copy = new Command("copy", "Copies the installation into another, empty database and reads both to see that they hold the same. Stop the server first, or what people write meanwhile is not in the copy.") { to };
        copy.SetAction((parsed, ct) => CommandRunner.RunAsync((services, stop) => CopyAsync(services, parsed.GetRequiredValue(to), stop), Doing.Reads, ct));
        return new Command("database", "Moves the installation to another database.") { copy };
    }

    private static async Task<int> CopyAsync(IServiceProvider services, string to, CancellationToken ct)
    {
        var source = services.GetRequiredService<DatabaseSetup>();
        if (source.Kind == to)
        {
            await Console.Error.WriteLineAsync($"The installation is on {to} already ({source.Place}): GovPortal__Database says where it is, --to where it goes.");
            return Verbs.WrongUse;
        }

        var settings = new ConfigurationBuilder().AddConfiguration(services.GetRequiredService<IConfiguration>())
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GovPortal:Database"] = to }).Build();
        var target = Rooms.DatabaseOf(settings, services.GetRequiredService<DataFolder>(), services.GetRequiredService<Tables>());
        var copied = await services.GetRequiredService<DatabaseCopy>().CopyAsync(target, new ProgressLines(Console.Out), ct);
        Console.WriteLine($"{copied.Rows} rows of {copied.Tables} tables are in {target.Place}, and both databases were read and hold the same. Set GovPortal__Database={to} and start the server.");
        if (copied.HasChangedMeanwhile)
        {
            await Console.Error.WriteLineAsync($"Somebody wrote into {source.Place} meanwhile, and that is not in the copy: stop the server, empty {target.Place} and copy again.");
            return Verbs.SomeRefused;
        }

        return Verbs.Done;
    }
}
