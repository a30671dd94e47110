using System.CommandLine;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Search;
using GovPortal.Search;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>search rebuild | query</c>.</summary>
internal static class SearchVerbs
{
    // How long a running server may take to notice the request, and how often that is looked at.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static Command Make() => new("search", "Asks the search index, or builds it anew.") { Rebuild(), Query() };

    private static Command Rebuild()
    {
        var rebuild = new Command("rebuild", "Builds the index from the publication log; a running server does it by itself when told so here.");
        rebuild.SetAction((_, ct) => CommandRunner.RunAsync(RebuildAsync, Doing.Writes, ct));
        return rebuild;
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, CancellationToken ct)
    {
        var keeper = services.GetRequiredService<SearchIndexFollower>();
        keeper.RequestRebuild();
        if (keeper.IsWriter)
        {
            await services.GetRequiredService<LogPump>().CatchUpAsync(ct);
            Console.WriteLine("The index was built anew.");
            return Verbs.Done;
        }

        for (var waited = TimeSpan.Zero; keeper.IsRebuildRequested; waited += Look)
        {
            if (waited > Patience)
            {
                await Console.Error.WriteLineAsync($"The server has not begun to build the index within {Patience.TotalSeconds:0} s; it will as soon as it can. /health/ready says what holds it up.");
                return Verbs.SomeRefused;
            }

            await Task.Delay(Look, ct);
        }

        Console.WriteLine("The index is being built anew by the running server, beside the old one; /health/ready says how far it is.");
        return Verbs.Done;
    }

    private static Command Query()
    {
        var words = new Argument<string>("words") { Description = "What to look for." };
        var tenant = new Option<string?>("--tenant") { Description = "One site; otherwise all." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON." };
        var query = new Command("query", "Looks for published content.") { words, tenant, json };
        query.SetAction((parsed, ct) => CommandRunner.RunAsync((services, _) =>
        {
            var directory = services.GetRequiredService<TenantDirectory>();
            Tenant? site = null;
            if (parsed.GetValue(tenant) is { } name && name != Tenant.PortalName && (site = directory.FindByName(name)) is null)
            {
                return Task.FromResult(CommandRunner.Refuse(services, new Refusal("sites.unknown", "--tenant", name)));
            }

            var results = services.GetRequiredService<IFinder>().Find(new SearchQuery(parsed.GetRequiredValue(words), site?.Id));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(BodyJson.Write(new
                {
                    results.Total,
                    results.Suggestion,
                    Items = results.Items.Select(i => new { i.Type, i.Code, i.Title, Url = Address(directory, i), Site = directory.FindById(i.TenantId)?.Name, Snippet = i.SnippetHtml, i.PublishedAt }),
                    results.Facets,
                    Incomplete = results.IsIncomplete ? true : (bool?)null,
                }));
            }
            else
            {
                Console.WriteLine(results.IsResting ? "The index is not built yet; start the server or run: search rebuild" : $"{results.Total} found{(results.IsIncomplete ? "; the index is being built anew, so there may be more" : "")}");
                foreach (var hit in results.Items)
                {
                    Console.WriteLine($"{hit.Code,-14} {hit.Title}\n               {Address(directory, hit)}");
                }
            }

            return Task.FromResult(results.IsResting ? Verbs.SomeRefused : Verbs.Done);
        }, Doing.Reads, ct));
        return query;
    }

    private static string Address(TenantDirectory directory, SearchHit hit) =>
        directory.FindById(hit.TenantId) is { IsPortal: false } site ? $"/{site.Name}{hit.Path}" : hit.Path;
}
