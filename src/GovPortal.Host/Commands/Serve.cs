using GovPortal.Core.Recipes;
using GovPortal.Core.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary>Serves every site of the installation.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        WebApplication app;
        try
        {
            app = Portal.Assemble(Portal.Prepare(args, isServing: true));
        }
        catch (InvalidOperationException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return Verbs.WrongUse;
        }

        await using (app)
        {
            try
            {
                await OpenAsync(app);
            }
            catch (RecipeException mistake)
            {
                await Console.Error.WriteLineAsync(mistake.Message);
                return Verbs.WrongUse;
            }

            await app.RunAsync();
        }

        return Verbs.Done;
    }

    /// <summary>Tables, first contents, and what to open in a browser.</summary>
    internal static async Task OpenAsync(WebApplication app)
    {
        var setup = app.Services.GetRequiredService<FirstSetup>();
        await setup.OpenAsync(CancellationToken.None);
        var meter = new ProgressLines(Console.Out);
        if (await setup.FillIfEmptyAsync(meter, CancellationToken.None) is { } told)
        {
            Announce(app, told);
        }
    }

    private static void Announce(WebApplication app, string told)
    {
        var address = (app.Urls.FirstOrDefault() ?? app.Configuration["Urls"] ?? "http://localhost:5080").Split(';')[0].TrimEnd('/');
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        Console.WriteLine();
        Console.WriteLine($"  {directory.All.Count} sites are ready:");
        Console.WriteLine($"    {address}/   {directory.Portal?.Title}");
        foreach (var site in directory.All.Where(t => !t.IsPortal).Take(3))
        {
            Console.WriteLine($"    {address}/{site.Name}/   {site.Title}");
        }

        Console.WriteLine($"    {address}/quan-tri   administration");
        Console.WriteLine($"  {told}");
        Console.WriteLine();
    }
}
