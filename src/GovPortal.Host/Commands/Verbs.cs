using System.CommandLine;
using GovPortal.Disclosure.Parsing;
using GovPortal.Media.Parsing;
using GovPortal.Signatures.Serving;

namespace GovPortal.Host.Commands;

/// <summary>The command line: <c>serve</c> when nothing is said, or a verb.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int SomeRefused = 1;
    public const int WrongUse = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        // For the server alone, and before anything of the portal is loaded.
        if (args is [ParserLoop.Verb])
        {
            return await ParserLoop.RunAsync();
        }

        if (args is [CheckerLoop.Verb])
        {
            return await CheckerLoop.RunAsync();
        }

        if (args is [SheetLoop.Verb])
        {
            return await SheetLoop.RunAsync();
        }

        // Everything that is no verb belongs to the server: --urls, --environment and the like are settings.
        if (args.Length == 0 || args[0] == "serve" || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")))
        {
            return args is ["serve", "--help"] ? Help() : await Serve.RunAsync(args.Length > 0 && args[0] == "serve" ? args[1..] : args, Console.Error);
        }

        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Use --help to see what there is.");
            return WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static int Help()
    {
        Console.WriteLine("serve [--urls http://localhost:5080]   serves every site; on an empty data folder sets it up first.");
        return Done;
    }

    private static RootCommand Root() => new("GovPortal: the sites of a province's agencies. Without a verb it serves them.")
    {
        new Command("serve", "Serves every site; on an empty data folder sets it up first. Takes settings such as --urls http://localhost:5080."),
        TenantVerbs.Make(),
        ImportVerb.Make(),
        CalendarVerbs.Make(),
        SearchVerbs.Make(),
        UserVerbs.Make(),
        SignatureVerbs.Make(),
        RankingsVerb.Make(),
        BackupVerbs.Make(),
        CheckVerb.Make(),
        DatabaseVerbs.Make(),
    };
}
