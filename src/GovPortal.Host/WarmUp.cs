using System.Runtime;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovPortal.Host;

/// <summary>
/// Asks the server for the pages that most visitors ask for, before it says that it is ready: the first page of each kind costs a hundred
/// times the next, and a start leaves memory to be collected, which would stop everything under the first visitors.
/// </summary>
internal sealed class WarmUp(IServiceProvider services, TenantDirectory directory, ContentTypes types, TimeProvider clock, ILogger<WarmUp> logger) : IHealthCheck
{
    // A server that answers no page in this time is ready or it is not; waiting longer tells nothing.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private volatile bool isRunning;

    /// <summary>From now on the server is not ready, until <see cref="RunAsync"/> has come to its end.</summary>
    public void Begin() => isRunning = true;

    /// <summary>Does what there is to do, and never fails: a server without it is slower for a moment.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
            ending.CancelAfter(patience);
            var pages = await AskAsync(ending.Token);
            Collect();
            logger.LogInformation(new EventId(1, "WarmedUp"), "Asked for {Pages} pages in {Milliseconds:0} ms before saying that the server is ready", pages, clock.GetElapsedTime(begun).TotalMilliseconds);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            logger.LogInformation(new EventId(2, "NotWarmedUp"), fault, "The first pages could not be asked for; the first visitors wait a little longer");
        }
        finally
        {
            isRunning = false;
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isRunning ? HealthCheckResult.Unhealthy("Renders the first pages; ready in a few seconds.") : HealthCheckResult.Healthy());

    private async Task<int> AskAsync(CancellationToken ct)
    {
        if (Address() is not { } address || directory.Portal is not { IsEnabled: true } portal)
        {
            return 0;
        }

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        var paths = await PathsAsync(portal, ct);
        foreach (var path in paths)
        {
            using var answer = await http.GetAsync(path, ct);
        }

        return paths.Count;
    }

    /// <summary>The home pages of the portal and of a site, each kind of list and of item, the search.</summary>
    private async Task<IReadOnlyList<string>> PathsAsync(Tenant portal, CancellationToken ct)
    {
        var site = directory.ChildrenOf(portal).FirstOrDefault(child => child.IsEnabled) ?? portal;
        var root = site.IsPortal ? "" : "/" + site.Name;
        var paths = new List<string> { "/", root + "/", "/tim-kiem?q=khai+sinh" };
        var content = services.GetRequiredService<PublishedContentOf>()(site);
        foreach (var type in types.All.Where(type => type.Path.Length > 0))
        {
            paths.Add($"{root}/{type.Path}");
            paths.Add($"/{type.Path}");
            paths.AddRange((await content.ListAsync(new ListQuery(type.Name, Size: 1) { IsCounted = false }, ct)).Items.Select(item => root + types.PathOf(item.Type, item.Slug)));
        }

        return paths;
    }

    /// <summary>Where this process itself reaches the server; null where it listens without plain HTTP.</summary>
    private Uri? Address()
    {
        var given = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.Ordinal) && !address.StartsWith("http://unix:", StringComparison.Ordinal));
        return given is null ? null : new Uri(given.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal));
    }

    // What the start has made is old from now on; else the first collection under load would have to carry all of it.
    private static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }
}
