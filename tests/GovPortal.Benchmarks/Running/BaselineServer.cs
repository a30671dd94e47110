using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace GovPortal.Benchmarks.Running;

/// <summary>The least a server can do here: Kestrel answering everything with one recorded answer from memory, without log, routing or settings.</summary>
internal static class BaselineServer
{
    public const string Verb = "baseline-server";

    // Kestrel writes these by itself.
    private static readonly string[] own = ["Date", "Transfer-Encoding", "Connection"];

    // As a careful program would set them: by property, which is faster than by name.
    private static readonly Dictionary<string, Action<IHeaderDictionary, StringValues>> properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = (headers, value) => headers.ContentType = value,
        ["Content-Encoding"] = (headers, value) => headers.ContentEncoding = value,
        ["Cache-Control"] = (headers, value) => headers.CacheControl = value,
        ["ETag"] = (headers, value) => headers.ETag = value,
        ["Vary"] = (headers, value) => headers.Vary = value,
        ["Last-Modified"] = (headers, value) => headers.LastModified = value,
        ["Content-Security-Policy"] = (headers, value) => headers.ContentSecurityPolicy = value,
        ["X-Content-Type-Options"] = (headers, value) => headers.XContentTypeOptions = value,
    };

    public static async Task<int> RunAsync(string url, string? answer)
    {
        var recorded = answer is null ? new RecordedAnswer(200, ["HTTP/1.1 200 OK", "Content-Type: text/plain; charset=utf-8", "Content-Length: 9"], "Xin chào"u8.ToArray()) : RecordedAnswer.Read(answer);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddLogging();
        var app = builder.Build();
        var headers = recorded.Headers.Where(h => !own.Contains(h.Name) && h.Name != "Content-Length")
            .Select(h => (Set: properties.GetValueOrDefault(h.Name) ?? ((to, value) => to[h.Name] = value), Value: new StringValues(h.Value))).ToArray();
        long? length = recorded.Find("Content-Length") is null ? null : recorded.Body.Length;
        app.Run(async http =>
        {
            var response = http.Response;
            response.StatusCode = recorded.Status;
            foreach (var (set, value) in headers)
            {
                set(response.Headers, value);
            }

            response.ContentLength = length;
            if (recorded.Body.Length > 0)
            {
                await response.BodyWriter.WriteAsync(recorded.Body);
            }
        });
        await app.RunAsync();
        return 0;
    }
}
