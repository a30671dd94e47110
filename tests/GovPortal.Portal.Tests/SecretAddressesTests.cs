using System.Net;
using GovPortal.Publishing.Content;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What an address opens is told to no log and to no other site, and what the portal writes is for its own user alone.</summary>
public sealed class SecretAddressesTests(TracingPortal portal) : IClassFixture<TracingPortal>
{
    private const string Token = "CfDJ8NeverToBeSeenInAnyLog_0123456789";

    [Fact]
    public async Task They_stand_in_no_log_at_any_level_and_their_pages_tell_no_site()
    {
        var site = await portal.WithRecipeAsync("commune");
        var previews = portal.Services.GetRequiredService<PreviewLinks>();
        var preview = previews.PathOf(previews.Offer(site.Tenant, await site.DraftAsync(new News.Article { Title = "Dự thảo", Body = "<p>x</p>" }), 1));
        var visitor = portal.NewVisitor();
        foreach (var address in new[] { "/moi/" + Token, "/dang-nhap/mat-khau-moi/" + Token, "/xem-truoc/" + Token, "/en/moi/" + Token, "/MOI/" + Token, preview,
            "/dang-nhap?ve=" + Uri.EscapeDataString("/moi/" + Token), $"/dang-nhap/oidc?code={Token}&state={Token}" })
        {
            foreach (var root in new[] { "", site.Root })
            {
                var answer = await visitor.GetAsync(root + address);
                Assert.True(answer.Headers["Referrer-Policy"] == "no-referrer", $"{address} answers {(int)answer.Status} with {answer.Headers["Referrer-Policy"]}");
            }
        }

        Assert.Equal("strict-origin-when-cross-origin", (await visitor.GetAsync("/")).Headers["Referrer-Policy"]);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Password"] = "mat-khau-moi-dat" });
        (await visitor.SendAsync(HttpMethod.Post, "/dang-nhap/mat-khau-moi/" + Token, content: content)).Insist(HttpStatusCode.BadRequest);
        var secret = preview.Split('/')[^1];

        var log = await ReadAsync(Directory.GetFiles(Path.Combine(portal.DataPath, "logs")).Single());

        Assert.Contains("/dang-nhap/mat-khau-moi/***", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, log, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_with_a_link_in_its_address_is_known_to_hold_a_secret()
    {
        await portal.StartAsync();
        var links = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.GetParameter("link") is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).ToArray();

        Assert.Equal(2, links.Length);
        Assert.All(links, link => Assert.Contains(SecretAddresses.Prefixes, prefix => link == prefix + "{link}"));
        Assert.All(SecretAddresses.Prefixes, prefix => Assert.Equal($"/xa{prefix}***", SecretAddresses.Masked($"/xa{prefix}abc")));
    }

    [Fact]
    public async Task Other_users_of_the_machine_read_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        await portal.StartAsync();
        await portal.NewVisitor().GetAsync("/");

        const UnixFileMode folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(Path.Combine(portal.DataPath, "keys")));
        Assert.Equal(folder, ModeOf(Path.Combine(portal.DataPath, "logs")));
        Assert.All(Directory.GetFiles(Path.Combine(portal.DataPath, "logs")), path => Assert.Equal(file, ModeOf(path)));
        Assert.Equal(file, ModeOf(Path.Combine(portal.DataPath, "govportal.db")));
    }

    [Fact]
    public async Task The_guard_of_forms_is_secure_where_the_proxy_says_so()
    {
        await portal.StartAsync();
        var visitor = portal.NewVisitor();
        Assert.DoesNotContain("secure", (await visitor.GetAsync("/dang-nhap")).Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);

        var behind = portal.NewVisitor();
        behind.Headers["X-Forwarded-Proto"] = "https";
        var cookies = (await behind.GetAsync("/dang-nhap")).Insist(HttpStatusCode.OK).Headers["Set-Cookie"];

        Assert.Contains("Antiforgery", cookies, StringComparison.Ordinal);
        Assert.Contains("secure", cookies, StringComparison.OrdinalIgnoreCase);
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    // The server writes to the file while it is read.
    private static async Task<string> ReadAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>Logs all there is to log.</summary>
public sealed class TracingPortal() : PortalFixture(new SqliteDatabase())
{
    protected override IEnumerable<string> MoreSettings => ["--Serilog:MinimumLevel:Override:Microsoft=Verbose", "--Serilog:MinimumLevel:Override:GovPortal=Verbose", "--Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore=Warning"];
}
