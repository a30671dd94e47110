using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovPortal.Browser.Tests;

/// <summary>Stands between a browser and the portal and hands pages on in small pieces, as a bad line does, so that the browser draws half of them.</summary>
internal sealed class ThinLine : IAsyncDisposable
{
    private const int Piece = 400;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private readonly HttpClient portal;
    private readonly WebApplication app;

    private ThinLine(Uri address)
    {
        portal = new() { BaseAddress = address };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(HandOnAsync);
    }

    public Uri Address => new(app.Urls.First());

    public static async Task<ThinLine> OpenAsync(Uri portal)
    {
        var line = new ThinLine(portal);
        await line.app.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        portal.Dispose();
    }

    private async Task HandOnAsync(HttpContext context)
    {
        using var answer = await portal.GetAsync(new Uri(context.Request.Path + context.Request.QueryString, UriKind.Relative));
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.Content.Headers.ContentType is not { MediaType: "text/html" })
        {
            await context.Response.Body.WriteAsync(bytes);
            return;
        }

        foreach (var piece in bytes.Chunk(Piece))
        {
            await context.Response.Body.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Pause);
        }
    }
}
