using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Pages;

/// <summary>The rule of addresses that stand before routing and can only be read: files of themes, health.</summary>
public static class ReadOnlyAddress
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    /// <summary>Answers 405 with <c>Allow</c> (RFC 9110, 15.5.6), or OPTIONS with 204, where the method does not read; true where it has answered.</summary>
    public static bool Refuses(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return false;
        }

        http.Response.Headers.Allow = Allowed;
        http.Response.StatusCode = HttpMethods.IsOptions(http.Request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        return true;
    }
}
