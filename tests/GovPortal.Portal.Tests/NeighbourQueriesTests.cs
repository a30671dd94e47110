using System.Reflection;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Asks every address that reads something of its query string for what belongs to another site, as nobody and as each role of one's own. What is read, the code itself tells.</summary>
public abstract class NeighbourQueriesTests(PortalFixture portal) : PortalTest(portal)
{
    // Of the tests of letters and locks: they prove by a secret whose they are.
    private static readonly string[] OfSecrets = ["moi/{link}", "dang-nhap/mat-khau-moi/{link}"];

    [Fact]
    public async Task What_is_asked_for_in_a_query_shows_nothing_of_another_site()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var theirs = await ForeignThings.OfAsync(a);
        string[] values = [.. theirs.Ids.Select(id => $"{id}"), theirs.Person, theirs.Item.Slug, a.Name];
        var nobody = Portal.NewVisitor();
        var people = new List<Visitor> { nobody };
        foreach (var role in new[] { Role.Auditor, Role.Author, Role.Reviewer, Role.Publisher, Role.SiteAdministrator })
        {
            people.Add(await b.SignInAsAsync(role));
        }

        var asked = 0;
        foreach (var (pattern, names) in await ReadAsync())
        {
            foreach (var query in names.SelectMany(name => values.Select(value => $"{name}={Uri.EscapeDataString(value)}")))
            {
                // What is public looks the same to everybody.
                foreach (var visitor in pattern.StartsWith("quan-tri", StringComparison.Ordinal) ? people : [nobody])
                {
                    var answer = await visitor.GetAsync($"{b.Root}/{pattern.Replace("{id:long}", $"{theirs.Item.Id}", StringComparison.Ordinal)}?{query}");
                    Assert.True((int)answer.Status < 500, $"{pattern}?{query} answers {(int)answer.Status}");
                    Assert.False(answer.Text.Contains(ForeignThings.Secret, StringComparison.Ordinal), $"{pattern}?{query} shows what belongs to another site");
                    asked++;
                }
            }
        }

        Assert.True(asked > 500, $"only {asked} questions were found to ask");
    }

    [Fact]
    public async Task The_names_that_are_read_are_found()
    {
        var read = (await ReadAsync()).ToDictionary(one => one.Pattern, one => one.Names);

        Assert.Contains("nguoi", read["quan-tri/noi-dung"]);
        Assert.Contains("duoi", read["quan-tri/trang-tinh/moi"]);
        Assert.Contains("q", read["api/v1/suggest"]);
    }

    /// <summary>Each address that can be asked, with the names that it reads of its query: bound properties of pages, parameters of handlers and of endpoints that the route does not give.</summary>
    private async Task<(string Pattern, string[] Names)[]> ReadAsync()
    {
        var pages = Portal.Services.GetRequiredService<PageLoader>();
        var found = new List<(string, string[])>();
        foreach (var endpoint in Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            var names = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? NamesOf(await pages.LoadAsync(page, endpoint.Metadata))
                : endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: var methods } && methods.Contains("GET") && endpoint.Metadata.GetMetadata<MethodInfo>() is { } method ? NamesOf(method) : [];
            string[] asked = [.. names.Except(endpoint.RoutePattern.Parameters.Select(given => given.Name), StringComparer.OrdinalIgnoreCase)];
            if (asked.Length > 0 && !OfSecrets.Contains(pattern))
            {
                found.Add((pattern, asked));
            }
        }

        return [.. found.DistinctBy(one => one.Item1)];
    }

    private static IEnumerable<string> NamesOf(CompiledPageActionDescriptor page) =>
        page.ModelTypeInfo!.GetProperties().Where(one => one.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true }).Select(one => one.GetCustomAttribute<BindPropertyAttribute>()!.Name ?? one.Name)
            .Concat(page.HandlerMethods.Where(handler => handler.HttpMethod == "Get").SelectMany(handler => NamesOf(handler.MethodInfo)));

    private static IEnumerable<string> NamesOf(MethodInfo method) =>
        method.GetParameters().Where(one => IsPlain(Nullable.GetUnderlyingType(one.ParameterType) ?? one.ParameterType)).Select(one => one.Name!);

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly);
}

public sealed class NeighbourQueriesOnSqliteTests(SqlitePortal portal) : NeighbourQueriesTests(portal);

public sealed class NeighbourQueriesOnPostgresTests(PostgresPortal portal) : NeighbourQueriesTests(portal);
