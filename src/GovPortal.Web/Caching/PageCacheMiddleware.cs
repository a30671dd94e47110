using GovPortal.Core.Localization;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Caching;

/// <summary>
/// Stands before everything else: sends the kept page if there is one, else writes down what is wished for, so that
/// <see cref="PageCacheWriter"/> may keep what is rendered. Signed-in people, forms and long addresses pass by.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache pages, PageAddress addresses, HostsInUse hosts, TenantDirectory directory, TimeProvider clock)
{
    /// <summary>Beginning of the names of the cookies that make a visitor somebody: the session, and the guard of forms.</summary>
    public const string SessionCookie = "govportal";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!pages.IsOn || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || HasSession(request))
        {
            return next(http);
        }

        Span<char> room = stackalloc char[PageAddress.Room];
        var key = room[..addresses.Write(request, room, out var query)];
        if (key.IsEmpty)
        {
            return next(http);
        }

        var now = clock.GetUtcNow();
        var isOdd = query.HasValue;
        var page = pages.Find(key, isOdd);
        if (page is null && !isOdd)
        {
            isOdd = !IsPlain(request.Path.Value!) || !hosts.Knows(request.Host);
            page = isOdd ? pages.Find(key, isOdd) : null;
        }

        if (page is not null && (page.IsFreshAt(now) || page.RestsAt(now)))
        {
            return page.SendAsync(http);
        }

        http.Features.Set(new PageCacheMiss(key.ToString(), query, isOdd, page));
        return next(http);
    }

    // A substring that is something else's only costs its visitor a page rendered for them alone.
    private static bool HasSession(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            return true;
        }

        foreach (var cookie in request.Headers.Cookie)
        {
            if (cookie?.Contains(SessionCookie, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }

    // Routing takes capitals and a slash at the end for the same page; nobody may fill the cache with its spellings.
    private bool IsPlain(string path) =>
        path.Length == 1 || !path.Contains("//", StringComparison.Ordinal) && !path.AsSpan().ContainsAnyInRange('A', 'Z') && (!path.EndsWith('/') || IsHome(path));

    // Only home pages end with a slash.
    private bool IsHome(string path) => path.Trim('/').Split('/') switch
    {
        [Texts.English] => true,
        [var name] => directory.FindByName(name) is not null,
        [var name, Texts.English] => directory.FindByName(name) is not null,
        _ => false,
    };
}

/// <summary>A page that might be kept once it is rendered.</summary>
/// <param name="Query">What the page may see of the query.</param>
/// <param name="IsOdd">True when it is kept among the odd ones.</param>
/// <param name="Old">The page as it was, when it is only stale.</param>
internal sealed record PageCacheMiss(string Key, QueryString Query, bool IsOdd, CachedPage? Old);
