using System.CommandLine;
using GovPortal.Core.Search;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Search;

namespace GovPortal.Host.Commands;

/// <summary><c>search rebuild | query</c>.</summary>
internal static class SearchVerbs
{
    public static Command Make() => new("search", "Asks the search index, or builds it anew.") { Rebuild(), Query() };

    private static Command Rebuild()
    {
        var rebuild = new Command("rebuild", "Builds the index from the publication log; a running server does it by itself when told so here.");
        rebuild.SetAction((_, ct) => CommandRunner.RunAsync((services, _) =>
        {
            services.GetRequiredService<SearchIndexFollower>().RequestRebuild();
            Console.WriteLine("The index is being built anew.");
            return Task.FromResult(Verbs.Done);
        }, Doing.Publishes, ct));
        return rebuild;
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
                return Task.FromResult(CommandRunner.Refuse(services, new Core.Content.Refusal("sites.unknown", "--tenant", name)));
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
                }));
            }
            else
            {
                Console.WriteLine(results.IsResting ? "The index is not built yet; start the server or run: search rebuild" : $"{results.Total} found");
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
