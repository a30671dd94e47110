using System.Diagnostics;

namespace GovPortal.Host;

/// <summary>One line in the log for each page that took long or failed, with its site, status and time; at the level Debug for each page that had to be made.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(500);

    public async Task InvokeAsync(HttpContext http)
    {
        var start = Stopwatch.GetTimestamp();
        await next(http);
        var time = Stopwatch.GetElapsedTime(start);
        var level = time > Long || http.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
        {
            logger.Log(level, new EventId(1, "PageServed"), "{Method} {Path} {Status} in {Milliseconds:0.0} ms",
                http.Request.Method, http.Request.PathBase + http.Request.Path, http.Response.StatusCode, time.TotalMilliseconds);
        }
    }
}
