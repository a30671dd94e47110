using GovPortal.Core.Content;
using GovPortal.Core.Publication;
using GovPortal.Core.Recipes;
using GovPortal.Core.Web;

namespace GovPortal.Host.Commands;

/// <summary>What every verb does around its work: opens the data, reports mistakes of use, lets followers catch up.</summary>
internal static class CommandRunner
{
    /// <summary>Settings besides those of the environment, as the server takes them (<c>--GovPortal:DataPath=…</c>); none unless given. Whoever starts a verb gives them to it alone.</summary>
    public static readonly AsyncLocal<string[]?> Settings = new();

    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, bool changesContent, CancellationToken ct)
    {
        try
        {
            await using var app = Portal.Prepare(Settings.Value ?? [], isServing: false).Build();
            await app.Services.GetRequiredService<FirstSetup>().OpenAsync(ct);
            var result = await work(app.Services, ct);
            if (changesContent)
            {
                // A running server follows by itself; without one the index is brought up to date here.
                await app.Services.GetRequiredService<LogPump>().CatchUpAsync(ct);
            }

            return result;
        }
        catch (Exception mistake) when (mistake is RecipeException or InvalidOperationException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return Verbs.WrongUse;
        }
    }

    /// <summary>Says why nothing was done.</summary>
    public static int Refuse(IServiceProvider services, params IEnumerable<Refusal> refusals)
    {
        var texts = services.GetRequiredService<Texts>();
        foreach (var refusal in refusals)
        {
            Console.Error.WriteLine(refusal.Field is { } field ? $"{field}: {texts.Sentence(Texts.English, refusal)}" : texts.Sentence(Texts.English, refusal));
        }

        return Verbs.WrongUse;
    }
}
