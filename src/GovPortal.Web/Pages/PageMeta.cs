using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GovPortal.Core.Localization;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Pages;

/// <summary>What a page says of itself: to its head, its trail, and to the machines that read it (TT 24/2011, schema.org). The view fills it, the layout reads it.</summary>
public sealed class PageMeta(IHttpContextAccessor http, VisitedSite site, PublicOrigin origin)
{
    private const int DescriptionLength = 300;

    private const string NumberParameter = "trang";

    // Room for a question of 500 letters, each of nine characters in an address.
    private const int LongestKeptQuery = 6_000;

    // All letters stay readable; the characters HTML gives a meaning are still escaped, so that no text can end its script element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly List<string> data = [];

    public string Title { get; set; } = "";

    /// <summary>One or two sentences; cut to what search engines show.</summary>
    public string? Description { get; set => field = Shorten(value); }

    /// <summary>Address of the picture shown where the page is shared.</summary>
    public string? Picture { get; set; }

    /// <summary>Who made the content, where that is not the site's agency.</summary>
    public string? Creator { get; set; }

    /// <summary>Number of a document or code of a procedure; the page's address where it is null.</summary>
    public string? Identifier { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>The one address of this content in the visitor's language; the visited one without its query where it is null.</summary>
    public string? Address { get; set; }

    /// <summary>False for search results and faults, which no search engine should keep.</summary>
    public bool IsIndexed { get; set; } = true;

    /// <summary>True for a list narrowed by words or filters: its links are followed, itself is one of countless combinations.</summary>
    public bool IsNarrowed { get; set; }

    public bool IsHome { get; set; }

    /// <summary>True where the page has a search form of its own; the head then leaves out its one.</summary>
    public bool HasSearch { get; set; }

    /// <summary>True for a single item, false for lists and other pages.</summary>
    public bool IsItem { get; set; }

    /// <summary>The way from the home page, without the home page itself. A step without an address is the page itself.</summary>
    public List<Crumb> Trail { get; } = [];

    /// <summary>Descriptions for machines, fit to stand in a script element.</summary>
    public IReadOnlyList<string> Data => data;

    /// <summary>The whole address that stands for this page, at the site's own host wherever it was read; of a list its page belongs to it.</summary>
    public string Canonical => AtOwnHost(Address ?? (Request.PathBase + Request.Path).ToUriComponent()) + (Number > 1 && Address is null ? string.Create(CultureInfo.InvariantCulture, $"?{NumberParameter}={Number}") : "");

    /// <summary>Which page of a list it is; 1 for every other page.</summary>
    public int Number => !IsItem && !IsHome && int.TryParse(Request.Query[NumberParameter].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;

    /// <summary>Address of a picture of the page's title, of the site's name where it is no public item: what is shared without a picture of its own.</summary>
    public string Card => site.Root + (IsItem && IsIndexed && Request.Path.HasValue ? $"/anh-chia-se{Request.Path.ToUriComponent()}.png" : "/anh-chia-se.png");

    private HttpRequest Request => http.HttpContext!.Request;

    public void Describe(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        data.Add(thing.ToJsonString(Json));
    }

    /// <summary>Scheme and host before a site-relative address; other addresses stay as they are.</summary>
    public string Absolute(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) ? $"{Request.Scheme}:{address}"
        : address.StartsWith('/') ? origin.Of(Request) + address
        : address;

    /// <summary>A whole address of this site, at the host of its own where it has one, also where it was read by its path below another.</summary>
    public string AtOwnHost(string address) =>
        !site.IsByHost && site.Tenant.Host is { } host && site.Root.Length > 0 && (address == site.Root || address.StartsWith(site.Root + "/", StringComparison.Ordinal)) ? $"{Request.Scheme}://{host}{(address.Length == site.Root.Length ? "/" : address[site.Root.Length..])}"
        : Absolute(address);

    /// <summary>The same page in another language; the home page where an error took the page's place.</summary>
    public string InLanguage(string language) =>
        site.InLanguage(language, IsIndexed || Request.Path.StartsWithSegments("/tim-kiem") || Request.Path.StartsWithSegments("/dang-nhap") ? Request.Path.ToUriComponent() + Kept(Request.QueryString.ToUriComponent()) : "/");

    // A question far too long was cut; its address is not repeated in every link.
    private static string Kept(string query) => query.Length > LongestKeptQuery ? "" : query;

    private static string? Shorten(string? text)
    {
        if (text is null || text.Length <= DescriptionLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', DescriptionLength);
        return text[..(end > 0 ? end : DescriptionLength)] + "…";
    }
}

/// <summary>A step of the trail from the home page.</summary>
/// <param name="IsContent">True where the label is a word of the content, which is Vietnamese on English pages too.</param>
public sealed record Crumb(string Label, string? Link = null, bool IsContent = false);

/// <summary>Writes a thing of schema.org, leaving out what is not known.</summary>
public static class JsonLd
{
    public static JsonObject Of(string type, params (string Property, JsonNode? Value)[] facts)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (property, value) in facts.Where(fact => fact.Value is not null))
        {
            thing[property] = value;
        }

        return thing;
    }

    public static JsonNode? Day(DateOnly? day) => day is { } known ? JsonValue.Create(Days.Iso(known)) : null;

    public static JsonNode? Instant(DateTimeOffset? instant) => instant is { } known ? JsonValue.Create(Days.Iso(known)) : null;

    public static JsonArray List(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
