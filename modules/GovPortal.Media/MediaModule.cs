using GovPortal.Core.Modules;
using GovPortal.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Media;

/// <summary>The files of a site: pictures and attachments, under addresses that never change.</summary>
public sealed class MediaModule : IModule
{
    // A file of an agency is shown, never run: an SVG or HTML file opened by itself may load nothing and run nothing.
    private const string FilePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public string Name => "Media";

    public bool IsAlwaysOn => true;

    public void AddTo(IServiceCollection services)
    {
    }

    public void MapTo(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/tep/{hash:length(16):regex(^[0-9a-f]+$)}/{name}", [HttpMethods.Get, HttpMethods.Head], SendAsync).OfModule(Name).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(string hash, string name, HttpContext http, SiteFiles files, CancellationToken ct)
    {
        if (await files.FindAsync(hash, name, ct) is not { } found)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = FilePolicy;
        return Results.File(found.PathOnDisk, found.File.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
