using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary>Serves every site of the installation.</summary>
internal static class Serve
{
    /// <param name="errors">Where a sentence on why it could not start goes.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        WebApplicationBuilder? builder = null;
        WebApplication? app = null;
        try
        {
            builder = Portal.Prepare(args, isServing: true);
            app = Portal.Assemble(builder);
            ListenAddresses.Insist(app.Configuration);
            app.Services.ReadSettings();
            ListenAddresses.InsistOnFree(app.Configuration);
            await OpenAsync(app);
            var warming = app.Services.GetRequiredService<WarmUp>();
            warming.Begin();
            await app.StartAsync();
            await warming.RunAsync(app.Lifetime.ApplicationStopping);
            await app.WaitForShutdownAsync();
            return Verbs.Done;
        }
        catch (Exception fault)
        {
            return Failure.Tell(fault, app?.Services, errors);
        }
        finally
        {
            await Failure.CloseAsync(app);
            Leavings.RemoveEmpty(builder?.Services.Select(service => service.ImplementationInstance).OfType<DataFolder>().SingleOrDefault());
        }
    }

    /// <summary>Tables, first contents, and what to open in a browser. A signal ends it at once: what is half done is gone on with by the next start.</summary>
    internal static Task OpenAsync(WebApplication app) =>
        app.Services.GetRequiredService<FirstSetup>().OpenAsync(new ProgressLines(Console.Out), told => Announce(app, told), CancellationToken.None);

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
