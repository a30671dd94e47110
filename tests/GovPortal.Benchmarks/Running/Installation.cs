using GovPortal.Core.Tenancy;
using GovPortal.Host;
using GovPortal.Publishing.Import;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Reading;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Benchmarks.Running;

/// <summary>An installation opened in this process the way commands open it.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly WebApplication app;

    private Installation(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public TenantDirectory Sites => Get<TenantDirectory>();

    public static async Task<Installation> OpenAsync(string dataPath)
    {
        var app = Portal.Prepare([$"--GovPortal:DataPath={dataPath}"], isServing: false).Build();
        await app.Services.GetRequiredService<DatabaseSetup>().MigrateAsync(CancellationToken.None);
        await app.Services.GetRequiredService<TenantDirectory>().ReloadAsync(CancellationToken.None);
        return new Installation(app);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<Tenant> OpenSiteAsync(NewSite site)
    {
        var refusals = await Get<SiteProvisioning>().OpenAsync(site, progress: null, CancellationToken.None);
        return refusals.Count == 0
            ? Sites.FindByName(site.Name)!
            : throw new InvalidOperationException($"Site {site.Name} was refused: {string.Join(", ", refusals.Select(r => $"{r.Code} {r.Value}"))}");
    }

    /// <param name="recipe"><c>demo</c> makes the whole province.</param>
    public Task<Tenant> OpenPortalAsync(string recipe) =>
        OpenSiteAsync(new NewSite { Name = Tenant.PortalName, Title = "Cổng thông tin điện tử tỉnh Bắc Ninh", Recipe = recipe });

    /// <summary>Opens the search index for writing before anything is timed, as a server has done at its start.</summary>
    public Task FollowAsync() => Get<LogPump>().CatchUpAsync(CancellationToken.None);

    public async Task<ImportReport> ImportAsync(string what, string path, Tenant? target)
    {
        var reader = Services.GetServices<IRecordReader>().Single(r => r.What == what);
        var report = await Get<ImportRun>().RunAsync(reader, path, target, isDryRun: false, progress: null, CancellationToken.None);
        return report.Stopped is null ? report : throw new InvalidOperationException(report.Stopped);
    }

    public PublishedContent PublishedOn(Tenant site) => ActivatorUtilities.CreateInstance<PublishedContent>(Services, site);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
