using System.CommandLine;
using GovPortal.Core.Files;
using GovPortal.Publishing.Checking;

namespace GovPortal.Host.Commands;

/// <summary><c>check</c>.</summary>
internal static class CheckVerb
{
    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object instead of lines." };
        var mend = new Option<bool>("--mend") { Description = "Makes anew what is derived: the index, terms, uses of files, widths of pictures, bytes that nobody names." };
        var check = new Command("check", "Compares database, content, files (length and hash) and index with each other; exit 0 when nothing differs, 1 when something does.") { json, mend };
        check.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var isJson = parsed.GetValue(json);
            var run = await services.GetRequiredService<InstallationCheck>().RunAsync(parsed.GetValue(mend), isJson ? null : new Telling(), stop);
            if (isJson)
            {
                Console.WriteLine(BodyJson.Write(new { Clean = run.IsClean, run.Looked, run.Differences }));
            }
            else
            {
                Tell(run);
            }

            return run.IsClean ? Verbs.Done : Verbs.SomeRefused;
        }, parsed.GetValue(mend) ? Doing.Writes : Doing.Reads, ct));
        return check;
    }

    private static void Tell(CheckRun run)
    {
        foreach (var difference in run.Differences)
        {
            Console.WriteLine($"{difference.Part}: {difference.What}: {difference.Name}: {difference.Detail}{(difference.IsMended ? " Mended." : "")}");
        }

        var looked = string.Join(", ", run.Looked.Select(what => $"{what.Value} {what.Key}"));
        var left = run.Differences.Count(difference => !difference.IsMended);
        Console.WriteLine(run.Differences.Count == 0 ? $"Nothing differs: {looked}." : $"{run.Differences.Count} differences, {left} of them not mended; looked at {looked}.");
    }

    /// <summary>Says on a terminal what is being looked at; a file or a program that reads the lines needs none of it.</summary>
    private sealed class Telling : IProgress<string>
    {
        private const int Width = 60;

        public void Report(string value)
        {
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{(value.Length > Width ? value[..Width] : value.PadRight(Width))}\r");
            }
        }
    }
}
