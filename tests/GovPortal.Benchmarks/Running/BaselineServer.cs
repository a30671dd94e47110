using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovPortal.Benchmarks.Running;

/// <summary>The least a server can do here: the bytes of the given files from memory, one at <c>/0</c>, the next at <c>/1</c> and so on.</summary>
internal static class BaselineServer
{
    public const string Verb = "baseline-server";

    public static async Task<int> RunAsync(string url, string[] files)
    {
        var bodies = files.Select(File.ReadAllBytes).DefaultIfEmpty("Xin chào"u8.ToArray()).ToArray();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var app = builder.Build();
        app.Run(http =>
        {
            var path = http.Request.Path.Value!;
            var body = bodies[path.Length == 2 ? path[1] - '0' : 0];
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
