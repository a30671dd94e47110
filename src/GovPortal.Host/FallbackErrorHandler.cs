namespace GovPortal.Host;

/// <summary>Catches what even the error page could not show, so that a visitor always gets a sentence and a reference number.</summary>
internal sealed class FallbackErrorHandler(RequestDelegate next, ILogger<FallbackErrorHandler> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has gone; nobody reads an answer.
            http.Response.StatusCode = 499;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            logger.LogError(new EventId(1, "RequestFailed"), fault, "The request could not be answered");
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít phút. Mã tham chiếu: {http.TraceIdentifier}\n");
        }
    }
}
