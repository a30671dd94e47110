using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;

namespace GovPortal.Host.Commands;

/// <summary>What a verb does to the installation.</summary>
internal enum Doing
{
    /// <summary>Changes nothing, and so brings no tables up to date.</summary>
    Reads,

    /// <summary>Reads an installation where there is one, and answers from what the product knows by itself where there is none.</summary>
    ReadsIfThere,

    Writes,

    /// <summary>Writes what followers of the publication log take in.</summary>
    Publishes,

    /// <summary>Puts a backup into the place of everything, or into an empty installation.</summary>
    Restores,
}

/// <summary>What every verb does around its work: opens the data, reports mistakes of use, lets followers catch up.</summary>
internal static class CommandRunner
{
    /// <summary>Settings besides those of the environment, as the server takes them (<c>--GovPortal:DataPath=…</c>); none unless given. Whoever starts a verb gives them to it alone.</summary>
    public static readonly AsyncLocal<string[]?> Settings = new();

    // What a shell expects of a command that was interrupted.
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, Doing doing, CancellationToken ct)
    {
        WebApplication? app = null;
        try
        {
            app = Portal.Prepare(Settings.Value ?? [], isServing: false).Build();
            var setup = app.Services.GetRequiredService<FirstSetup>();
            await (doing switch
            {
                Doing.Reads => setup.OpenForReadingAsync(ct),
                Doing.ReadsIfThere => setup.OpenIfThereAsync(ct),
                Doing.Restores => setup.OpenForRestoringAsync(ct),
                _ => setup.OpenForWritingAsync(ct),
            });
            var result = await work(app.Services, ct);
            if (doing is Doing.Publishes or Doing.Restores)
            {
                await CatchUpAsync(app.Services, ct);
            }

            return result;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted. What was done before stands; run the command again to complete it.");
            return Interrupted;
        }
        catch (Exception fault)
        {
            return Failure.Tell(fault, app?.Services, Console.Error);
        }
        finally
        {
            await Failure.CloseAsync(app);
        }
    }

    /// <summary>A running server follows by itself; without one the index is brought up to date here. Where it cannot be, the work itself stands.</summary>
    private static async Task CatchUpAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<LogPump>().CatchUpAsync(ct);
        }
        catch (Exception fault) when (StorageFault.CausesOf(fault).Any(cause => cause is IOException || StorageFault.Is(cause)))
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger(Failure.LogName).LogError(new EventId(4, "NotCaughtUp"), fault, "The search index has not caught up");
            await Console.Error.WriteLineAsync($"The search index could not be brought up to date ({fault.GetBaseException().Message}). The server does it at its next start, or by: search rebuild");
        }
    }

    /// <summary>Says why nothing was done.</summary>
    public static int Refuse(IServiceProvider services, params IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            Console.Error.WriteLine(SentenceOf(services, refusal));
        }

        return Verbs.WrongUse;
    }

    /// <summary>A refusal, or a note of the same form, as a line of the console.</summary>
    public static string SentenceOf(IServiceProvider services, Refusal refusal)
    {
        var sentence = services.GetRequiredService<Texts>().Sentence(Texts.English, refusal);
        return refusal.Field is { } field ? $"{field}: {sentence}" : sentence;
    }
}
