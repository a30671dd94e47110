using System.Diagnostics;

namespace GovPortal.Host;

/// <summary>One line in the log for each page that had to be made, with its site, status and time; a warning where it took long or failed. Kept pages are sent without one.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        await next(http);
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.LogInformation(new EventId(1, "PageServed"), "{Method} {Path} {Status} in {Milliseconds:0.0} ms",
                http.Request.Method, http.Request.PathBase + http.Request.Path, http.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
