using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Caching;

/// <summary>The query of a request as it came; pages that are kept see only the part that they know.</summary>
public sealed record AskedQuery(QueryString Query)
{
    /// <summary>The address that something moved to, asked for as the former one was.</summary>
    public static string Onto(string address, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return address + (http.Features.Get<AskedQuery>()?.Query ?? http.Request.QueryString);
    }
}
