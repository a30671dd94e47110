using System.Text.Json.Serialization;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Web;
using GovPortal.Search.Indexing;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Search.Site;

/// <summary>Search and suggestions as JSON.</summary>
internal static class Api
{
    private static readonly string[] FacetKinds = ["type", "agency", "field", "year"];

    public static void MapSearchApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/search", FindAsync).OfModule(SearchModule.Named).WithName("Search").WithTags("search");
        routes.MapGet("/api/v1/suggest", Suggest).OfModule(SearchModule.Named).WithName("Suggest").WithTags("search");
    }

    private static async Task<Results<Ok<ApiResults>, ProblemHttpResult>> FindAsync(HttpContext http, IFinder finder, VisitedSite site, TenantDirectory directory, Texts texts, ContentTypes types, IEnumerable<IProcedureBriefs> briefs,
        string? q, string? type, string? agency, string? field, string? year, int page = 1, int size = 20, bool literal = false, CancellationToken ct = default)
    {
        if (Mistake(http, types, type, page, size) is { } mistake)
        {
            return mistake;
        }

        var terms = new[] { ("agency", agency), ("field", field), ("year", year) }.Where(t => !string.IsNullOrEmpty(t.Item2)).ToDictionary(t => t.Item1, t => t.Item2!);
        var asked = AskedWords.Of(q);
        var results = finder.Find(new SearchQuery(asked.Text ?? "", site.Tenant.IsPortal ? null : site.Tenant.Id) { Type = string.IsNullOrEmpty(type) ? null : type, Terms = terms, Page = page, Size = size, IsLiteral = literal });
        if (results.IsResting)
        {
            return ApiProblem.Of(http, StatusCodes.Status503ServiceUnavailable, "search.resting");
        }

        var answers = results.Asks == AskedFact.None ? null : await briefs.OfHitsAsync(results, ct);
        return TypedResults.Ok(new ApiResults(results.Total, page, size, results.Suggestion, [.. results.Items.Select(hit => HitOf(hit, site, directory) with { Answer = ApiAnswer.Of(results.Asks, answers?.GetValueOrDefault(hit.ItemId)) })], FacetsOf(results, site, texts), results.IsIncomplete, results.Understood, asked.CutTo));
    }

    private static Ok<ApiSuggestions> Suggest(IFinder finder, VisitedSite site, TenantDirectory directory, string? q) =>
        TypedResults.Ok(new ApiSuggestions([.. string.IsNullOrWhiteSpace(q) ? [] : finder.Suggest(AskedWords.Of(q).Text!, site.Tenant.IsPortal ? null : site.Tenant.Id)
            .Select(s => new ApiSuggestion(s.Text, directory.FindById(s.TenantId) is { } tenant ? site.LinkTo(tenant, s.Path) : s.Path))], finder.IsIncomplete));

    private static ProblemHttpResult? Mistake(HttpContext http, ContentTypes types, string? type, int page, int size) =>
        !string.IsNullOrEmpty(type) && types.Find(type) is null ? ApiProblem.Of(http, StatusCodes.Status400BadRequest, "search.api.type", type, string.Join(", ", types.All.OrderBy(known => known.SearchOrder).Select(known => known.Name)))
        : ContentApi.Mistake(http, page, size);

    private static ApiHit HitOf(SearchHit hit, VisitedSite site, TenantDirectory directory)
    {
        var owner = directory.FindById(hit.TenantId);
        return new ApiHit(hit.Type, hit.Code, hit.Title, owner is null ? hit.Path : site.LinkTo(owner, hit.Path),
            owner is null ? null : ApiSite.Of(owner, directory, site.Language), hit.SnippetHtml, hit.PublishedAt)
        {
            OtherLevels = hit.OtherLevels.Count == 0 ? null : [.. hit.OtherLevels.Select(other => new ApiLevel(other.Level, other.Code, other.Title, directory.FindById(other.TenantId) is { } at ? site.LinkTo(at, other.Path) : other.Path))],
            ReplacedBy = hit.ReplacedBy,
            Contact = AgencyEntries.IsAgency(hit.ItemId) && owner is not null ? ApiContact.Of(owner, site.Language) : null,
        };
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> FacetsOf(SearchResults results, VisitedSite site, Texts texts)
    {
        var facets = FacetKinds.ToDictionary(kind => kind, kind => results.Facets.TryGetValue(kind, out var counts) ? counts : []);
        facets["type"] = [.. facets["type"].Select(f => f with { Label = texts.In(site.Language, $"search.type.{f.Value}") })];
        return facets;
    }
}

/// <param name="Incomplete">True while the index is being built anew, absent otherwise: what is not found may be there all the same.</param>
/// <param name="Understood">What was searched instead of <c>q</c> where keys or a slip were read; absent otherwise. <c>literal=true</c> searches what was typed.</param>
/// <param name="CutTo">How many words of a <c>q</c> too long were searched; absent for others.</param>
internal sealed record ApiResults(int Total, int Page, int Size, string? Suggestion, IReadOnlyList<ApiHit> Items, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Incomplete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Understood, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CutTo);

internal sealed record ApiHit(string Type, string? Code, string Title, string Url, ApiSite? Site, string Snippet, DateTimeOffset PublishedAt)
{
    /// <summary>The same procedure at other levels; absent for most.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiLevel>? OtherLevels { get; init; }

    /// <summary>Number of the document that put this one out of force; absent where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReplacedBy { get; init; }

    /// <summary>What the question asks of a procedure, from its own record; absent where it asks nothing of the kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiAnswer? Answer { get; init; }

    /// <summary>How to reach an agency; absent for what agencies publish.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiContact? Contact { get; init; }
}

internal sealed record ApiLevel(string Level, string Code, string Title, string Url);

internal sealed record ApiContact(string? Phone, string? Address, string? Email, string? WorkingHours)
{
    public static ApiContact Of(Tenant agency, string language)
    {
        var (settings, isEnglish) = (agency.Settings, language == "en");
        return new ApiContact(settings.Phone, isEnglish ? settings.AddressEn ?? settings.Address : settings.Address, settings.Email, isEnglish ? settings.WorkingHoursEn ?? settings.WorkingHours : settings.WorkingHours);
    }
}

internal sealed record ApiSite(string Name, string Title)
{
    /// <summary>Who came after an agency that works no more; absent for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiSite? Successor { get; init; }

    public static ApiSite Of(Tenant owner, TenantDirectory directory, string language) =>
        new(owner.Name, owner.TitleIn(language)) { Successor = directory.HasEnded(owner.Id) && directory.SuccessorOf(owner) is { } after ? new ApiSite(after.Name, after.TitleIn(language)) : null };
}

/// <param name="Incomplete">As of <see cref="ApiResults"/>.</param>
internal sealed record ApiSuggestions(IReadOnlyList<ApiSuggestion> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Incomplete);

internal sealed record ApiSuggestion(string Text, string Url);
