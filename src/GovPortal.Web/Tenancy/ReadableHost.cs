using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Tenancy;

/// <summary>Answers 400 where the host that is asked for is no name at all, such as <c>xn--</c>: nothing behind could even read it.</summary>
public sealed class ReadableHost(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            // The name is decoded when it is read.
            _ = http.Request.Host.HasValue;
        }
        catch (ArgumentException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return http.Response.WriteAsync("The host name cannot be read.");
        }

        return next(http);
    }
}
