namespace GovPortal.Host;

/// <summary>Catches what even the error page could not show, so that a visitor always gets a sentence and a reference number.</summary>
internal sealed class FallbackErrorHandler(RequestDelegate next, Outage outage, ILogger<FallbackErrorHandler> logger)
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
            await outage.AnswerAsync(http);
        }
    }
}
