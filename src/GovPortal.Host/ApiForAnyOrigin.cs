using Microsoft.Net.Http.Headers;

namespace GovPortal.Host;

/// <summary>Pages of other origins may read the public API, which shows nothing but what everybody sees; nobody's session goes with the question (Fetch standard, CORS).</summary>
internal static class ApiForAnyOrigin
{
    private const string Policy = "public-api";

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static IServiceCollection AddApiForAnyOrigin(this IServiceCollection services) => services.AddCors(o => o.AddPolicy(Policy, policy => policy
        .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter).SetPreflightMaxAge(Remembered)));

    /// <summary>Stands behind the choice of the site, which takes its segment from the path, and before the pages of errors, so that those are read too.</summary>
    public static void UseApiForAnyOrigin(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api => api.UseCors(Policy));
}
