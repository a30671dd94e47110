using GovPortal.Core.Checking;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Editing.Cleaning;

/// <summary>Where a text may point for a video. A page shows a link and fetches nothing from there before a reader asks for it.</summary>
public sealed class VideoHosts(IConfiguration settings)
{
    private const string Setting = "GovPortal:Video:Hosts";

    private const string YouTube = "www.youtube-nocookie.com";
    private const string Vimeo = "player.vimeo.com";

    /// <summary>Origins whose players may stand in a page; those a province adds are only led to.</summary>
    public static IReadOnlyList<string> Players { get; } = [$"https://{YouTube}", $"https://{Vimeo}"];

    private readonly string[] more = Read(settings.GetSection(Setting));

    /// <summary>The address of a video's own player, from whatever address of it somebody has copied.</summary>
    public (string? Address, Refusal? Refusal) AddressOf(string? written)
    {
        if (!Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            return (null, new Refusal("writing.video.no-address", "url"));
        }

        var host = uri.Host.ToLowerInvariant();
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var last = uri.Segments[^1].Trim('/');
        return bare switch
        {
            "youtube.com" or "m.youtube.com" when uri.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("v=", StringComparison.Ordinal)) is { } chosen => Named(YouTube, "embed", chosen[2..]),
            "youtube.com" or "m.youtube.com" or "youtube-nocookie.com" when uri.Segments is [_, "embed/" or "shorts/" or "live/" or "v/", _] => Named(YouTube, "embed", last),
            "youtu.be" => Named(YouTube, "embed", last),
            "vimeo.com" or "player.vimeo.com" when last.Length > 0 && last.All(char.IsAsciiDigit) => Named(Vimeo, "video", last),
            "youtube.com" or "m.youtube.com" or "youtube-nocookie.com" or "vimeo.com" or "player.vimeo.com" => (null, new Refusal("writing.video.no-address", "url")),
            _ when more.Contains(host, StringComparer.OrdinalIgnoreCase) => (uri.AbsoluteUri, null),
            _ => (null, new Refusal("writing.video.not-allowed", "url", host.Length > 80 ? host[..80] : host)),
        };
    }

    /// <summary>True for the address of a player that may stand in a page.</summary>
    public static bool IsPlayer(string? address) => address is not null && Players.Any(player => address.StartsWith(player + "/", StringComparison.Ordinal));

    // With commas between them, as the environment gives them, or a list of appsettings.json.
    private static string[] Read(IConfigurationSection given)
    {
        string[] hosts = [.. given.GetChildren().Select(one => one.Value).Append(given.Value).SelectMany(one => (one ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return hosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } odd
            ? throw new InvalidOperationException($"{Setting} names what is no host: “{odd}”. Write, for example, “video.example.gov.vn, truyenhinh.example.vn”.")
            : hosts;
    }

    private static (string?, Refusal?) Named(string host, string folder, string video) =>
        video.Length is > 0 and <= 40 && video.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? ($"https://{host}/{folder}/{video}", null)
            : (null, new Refusal("writing.video.no-address", "url"));
}
