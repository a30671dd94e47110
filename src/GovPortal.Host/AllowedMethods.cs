using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace GovPortal.Host;

/// <summary>
/// Answers 405 with <c>Allow</c> (RFC 9110, 15.5.6) where a page has no handler for the method, before its form is looked at, and OPTIONS with what it may
/// be asked. Stands after the doors, so that whoever may not see a page learns nothing of it.
/// </summary>
internal sealed class AllowedMethods(RequestDelegate next, PageLoader pages)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (IsAccountOfFault(http))
        {
            // The page of errors knows these alone.
            request.Method = HttpMethods.IsPost(request.Method) || HttpMethods.IsHead(request.Method) ? request.Method : HttpMethods.Get;
        }
        else if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            var allowed = Of(await pages.LoadAsync(page, endpoint.Metadata));
            if (!allowed.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
            {
                http.Response.Headers.Allow = string.Join(", ", allowed);
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
            }
        }

        await next(http);
    }

    /// <summary>What a page may be asked, by its handlers.</summary>
    public static IReadOnlyList<string> Of(CompiledPageActionDescriptor page)
    {
        var handled = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).ToHashSet();
        return [.. handled.Count == 0 || handled.Contains(HttpMethods.Get) ? [HttpMethods.Get, HttpMethods.Head] : Array.Empty<string>(), .. handled.Where(method => method != HttpMethods.Get).Order(StringComparer.Ordinal)];
    }

    public static bool IsAccountOfFault(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
}

/// <summary>OPTIONS is a question: what would be refused is answered with what is allowed. Stands before the pages of errors.</summary>
internal sealed class OptionsAnswer(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (HttpMethods.IsOptions(http.Request.Method) && http.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false })
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            http.Response.Headers.Allow = $"{http.Response.Headers.Allow}, {HttpMethods.Options}";
        }
    }
}

/// <summary>Answers 405 where a page has no handler of the name that was sent: without one Razor Pages would render it with nothing loaded.</summary>
internal sealed class OnlyWhatIsHandled : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Count > 0 && !AllowedMethods.IsAccountOfFault(context.HttpContext))
        {
            context.HttpContext.Response.Headers.Allow = string.Join(", ", AllowedMethods.Of(context.ActionDescriptor));
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
