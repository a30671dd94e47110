using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace GovPortal.Core.Web;

/// <summary>Addresses of style sheets, scripts and pictures of themes, with a print of their bytes so that they may be kept for ever.</summary>
public sealed class AssetAddresses(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> known = new();

    /// <summary>Files asked for with their print never change; others are asked about again.</summary>
    public static StaticFileOptions StaticFiles { get; } = new()
    {
        OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
            answer.Context.Request.Query.ContainsKey("v") || answer.File.Name.EndsWith(".woff2", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
    };

    /// <param name="path">Theme and file, for example <c>Civic/site.css</c>.</param>
    public string this[string path] => known.GetOrAdd(path, AddressOf);

    private string AddressOf(string path)
    {
        var address = "/_content/GovPortal.Theme." + path;
        var file = environment.WebRootFileProvider.GetFileInfo(address);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The theme file {path} is missing.", address);
        }

        using var bytes = file.CreateReadStream();
        return $"{address}?v={Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}";
    }
}
