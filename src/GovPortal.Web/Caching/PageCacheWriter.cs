using System.Collections.Concurrent;
using GovPortal.Core.Caching;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace GovPortal.Web.Caching;

/// <summary>
/// Renders a public page once for all who wait for it, and keeps it. When it cannot be rendered, the page as it was is sent, and
/// sent on for a moment without trying again.
/// </summary>
public sealed class PageCacheWriter(RequestDelegate next, PageCache pages, ViewCounts views, TimeProvider clock, ILogger<PageCacheWriter> logger)
{
    private const int UsualSize = 48 * 1024;

    // Whatever else goes wrong, no page is older than this.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Task<CachedPage?>> running = new();

    public async Task InvokeAsync(HttpContext http)
    {
        var isKept = IsKept(http.GetEndpoint());
        if (http.Features.Get<PageCacheMiss>() is not { } wish || !isKept)
        {
            await (isKept ? RenderForOneAsync(http) : next(http));
            return;
        }

        http.Features.Set(new AskedQuery(http.Request.QueryString));
        http.Request.QueryString = wish.Query;
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (running.GetOrAdd(wish.Key, mine.Task) is var theirs && theirs != mine.Task)
        {
            // Nobody waits for news of a page that can be shown as it was a moment ago.
            var page = wish.Old is { IsDropped: false } old ? old : await theirs.WaitAsync(http.RequestAborted);
            await (page is null ? next(http) : page.SendAsync(http));
            return;
        }

        CachedPage? rendered = null;
        try
        {
            // Somebody may have finished since the door was passed.
            rendered = pages.Find(wish.Key, wish.IsOdd) is { } kept && kept.IsFreshAt(clock.GetUtcNow()) ? kept : await RenderAsync(http, wish);
        }
        finally
        {
            running.TryRemove(wish.Key, out _);
            mine.SetResult(rendered);
        }

        if (rendered is not null)
        {
            await rendered.SendAsync(http);
        }
    }

    // The page is this visitor's alone, but the parts that it shares with others may be kept, so what it shows is written down all the same.
    private async Task RenderForOneAsync(HttpContext http)
    {
        var notes = pages.BeginNotes(isToBeKept: false);
        PageDependencies.Begin(notes);
        try
        {
            await next(http);
        }
        finally
        {
            PageDependencies.Finish();
            pages.EndNotes(notes);
        }
    }

    private static bool IsKept(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? PublicPages.IsPublic(page) : endpoint?.Metadata.GetMetadata<KeptLikeAPage>() is not null;

    /// <summary>The page to send; null when the answer has been written already, or belongs to nobody else.</summary>
    private async Task<CachedPage?> RenderAsync(HttpContext http, PageCacheMiss wish)
    {
        var notes = pages.BeginNotes();
        try
        {
            return await RenderAsync(http, wish, notes);
        }
        finally
        {
            pages.EndNotes(notes);
        }
    }

    private async Task<CachedPage?> RenderAsync(HttpContext http, PageCacheMiss wish, PageDependencies notes)
    {
        var (body, aborted) = (http.Response.Body, http.RequestAborted);
        using var buffer = new MemoryStream(UsualSize);
        try
        {
            // Others wait for this page too: it is rendered to its end though the first visitor leaves.
            http.RequestAborted = CancellationToken.None;
            http.Response.Body = buffer;
            PageDependencies.Begin(notes);
            PageDependencies.Add(PageTag.Site(http.Features.GetRequiredFeature<Tenant>().Id));
            await next(http);
        }
        catch (Exception fault) when (wish.Old is { IsDropped: false })
        {
            wish.Old.RestUntil(clock.GetUtcNow() + Rest);
            logger.LogError(new EventId(1, "OldPageServed"), fault, "{Key} could not be rendered anew; it is served as it was", wish.Key);
            http.Response.Clear();
            return wish.Old;
        }
        finally
        {
            PageDependencies.Finish();
            (http.Response.Body, http.RequestAborted) = (body, aborted);
        }

        if (IsForEverybody(http.Response))
        {
            var tenant = http.Features.GetRequiredFeature<Tenant>();
            var page = new CachedPage(Bytes(buffer), http.Response.Headers, [.. notes.Shown], EndOf(tenant, notes), notes.Item is { } item ? views.Of(tenant.Id, item) : null, notes.SentAgain);
            pages.Keep(wish.Key, wish.IsOdd, page, notes);
            return page;
        }

        if (wish.Old is not null)
        {
            pages.Remove(wish.Key, wish.IsOdd);
        }

        if (buffer.Length > 0)
        {
            buffer.Position = 0;
            await buffer.CopyToAsync(body, aborted);
        }

        return null;
    }

    private static ReadOnlySpan<byte> Bytes(MemoryStream buffer) => buffer.GetBuffer().AsSpan(0, (int)buffer.Length);

    private static bool IsForEverybody(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
        && !response.Headers.CacheControl.ToString().Contains("private", StringComparison.OrdinalIgnoreCase);

    // Pages say what day it is.
    private DateTimeOffset EndOf(Tenant tenant, PageDependencies notes)
    {
        var time = new TenantClock(tenant, clock);
        return new[] { time.Now + Longest, time.StartOf(time.Today.AddDays(1)), notes.End ?? DateTimeOffset.MaxValue }.Min();
    }
}
