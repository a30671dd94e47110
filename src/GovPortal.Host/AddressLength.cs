using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GovPortal.Host;

/// <summary>
/// How long an address may be. A question of 10,000 Vietnamese letters takes 90,000 characters in it (nine for a letter such as ạ): it is answered, cut, with a
/// word about it. Longer addresses get 414 (RFC 9110, 15.5.15) as a page or as problem details, up to where the server stops reading.
/// </summary>
internal sealed class AddressLength(RequestDelegate next)
{
    /// <summary>Characters of path and query that are answered.</summary>
    public const int Longest = 100_000;

    // What is read of the first line, in bytes: as much again, so that the portal can say what is wrong.
    private const int ServerReads = 256 * 1024;

    public static void Limit(KestrelServerOptions server) => server.Limits.MaxRequestLineSize = ServerReads;

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!IsTooLong(request))
        {
            return next(http);
        }

        // Nothing that is said may repeat it.
        request.QueryString = QueryString.Empty;
        http.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    }

    private static bool IsTooLong(HttpRequest request) => (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > Longest;
}
