using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Pages;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Users;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Benchmarks;

/// <summary>How many pages a second a visitor crowd gets, beside a server that only sends the same bytes from memory.</summary>
internal sealed class PageBenchmark : IBenchmark
{
    private const string Cached = "cached";
    private const string Uncached = "uncached";
    private const string Publication = "publication";

    private static readonly string[] ways = [Cached, Uncached, Publication];
    private static readonly string[] names = ["home", "list", "item", "search"];

    public string Name => "page";

    public string Describes => "home, list, item and search page at 64 connections; a publication while a crowd reads";

    public IReadOnlyList<string> Parts => [.. ways, .. names];

    public async Task RunAsync(Workbench bench)
    {
        var data = bench.FolderOf("data");
        await using var installation = await Installation.OpenAsync(data);
        var pages = await FillAsync(bench, installation);
        bench.Figures["tool"] = Load.Tool;
        bench.Figures["connections"] = LoadOrder.Usual;
        foreach (var way in bench.Choice.Of(ways))
        {
            await using var host = ChildProcess.StartHost(data, settings: way == Uncached ? [ChildProcess.WithoutPageCache] : []);
            await host.FirstPageAsync();

            // A freshly started server needs several times the processor for its first thousands of pages.
            await Load.RunAsync(new LoadOrder(host.Address, [.. pages.Values], Reader.Headers, bench.Choose(1.0, 15.0)), bench.Folder);
            bench.Figures[way] = way == Publication ? await PublishAsync(bench, host, installation) : await CompareAsync(bench, host, way, pages);
        }
    }

    private static async Task<Dictionary<string, string>> FillAsync(Workbench bench, Installation installation)
    {
        await installation.OpenPortalAsync("demo");
        var site = installation.Sites.FindByName("so-tu-phap")!;
        var articles = Source.Write(bench.Folder, "articles.jsonl", Source.Articles().Take(bench.Choose(60, 3_000)));
        await installation.ImportAsync("articles", articles, site);
        var procedures = Source.Write(bench.Folder, "procedures.jsonl", Source.Procedures().Take(bench.Choose(60, 3_000)));
        await installation.ImportAsync("procedures", procedures, installation.Sites.Portal);
        await installation.FollowAsync();
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UserAccounts>().TakeInAsync("admin", "Quản trị viên", ChildProcess.AdminPassword, Tenant.PortalName, Role.PortalAdministrator, CancellationToken.None);
        }

        var item = (await installation.PublishedOn(site).ListAsync(new ListQuery("procedure", Size: 1), CancellationToken.None)).Items[0];
        bench.Say($"the demo province with more news and procedures is set up: {installation.Sites.All.Count} sites");
        return names.Zip(["/", $"/{site.Name}/tin-tuc", $"/{site.Name}/thu-tuc/{item.Slug}", "/tim-kiem?q=dang+ky+khai+sinh"]).ToDictionary(p => p.First, p => p.Second);
    }

    private static async Task<JsonObject> CompareAsync(Workbench bench, ChildProcess host, string way, Dictionary<string, string> pages)
    {
        var side = new SideBySide(bench, host);
        var found = new List<Comparison>();
        foreach (var page in bench.Choice.Of(names))
        {
            foreach (var asked in Asked(bench, way, page))
            {
                if (await side.RunAsync(page, pages[page], asked) is { } comparison)
                {
                    found.Add(comparison);
                }
            }
        }

        var memory = host.MemoryMiB;
        bench.Say($"{way}: {memory:0} MiB at the end");

        // A few pages alone are for trying something; the document shows all of them, from one run.
        if (bench.Choice.Of(names).Count == names.Length)
        {
            PageTables.Publish(bench, way, found, memory);
        }

        return new JsonObject(found.GroupBy(c => c.Page).Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, new JsonObject(g.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Asked, c.ToJson())))))) { ["memoryMiB"] = Math.Round(memory) };
    }

    /// <summary>A small run asks as browsers do, and once for a page that has not changed.</summary>
    private static string[] Asked(Workbench bench, string way, string page) => (way, bench.IsSmall) switch
    {
        (Cached, false) => ["br", "identity", "304"],
        (Cached, true) => page == "item" ? ["br", "304"] : ["br"],

        // Only kept pages are packed.
        _ => ["identity"],
    };

    private static async Task<JsonNode> PublishAsync(Workbench bench, ChildProcess host, Installation beside)
    {
        var found = await new PublicationUnderLoad(bench, host, beside).RunAsync();
        PageTables.Publish(bench, found);
        return new JsonArray([.. found.Select(r => r.ToJson())]);
    }
}
