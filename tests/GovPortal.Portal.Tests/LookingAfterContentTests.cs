using System.Net;
using GovPortal.Content.Links;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;
using GovPortal.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What the desk learns of content that is public: how often it is read, and where it leads to that is gone.</summary>
public abstract class LookingAfterContentTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task The_desk_tells_how_often_the_public_read_an_item()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.PublishArticleAsync("Bài nhiều người đọc");
        for (var i = 0; i < 3; i++)
        {
            (await site.VisitAsync("/tin-tuc/bai-nhieu-nguoi-doc")).Insist(HttpStatusCode.OK);
        }

        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        (await publisher.GetAsync($"{site.Root}/tin-tuc/bai-nhieu-nguoi-doc")).Insist(HttpStatusCode.OK);
        await Portal.Services.GetRequiredService<ViewCounts>().SaveAsync(CancellationToken.None);
        (await site.VisitAsync("/tin-tuc/bai-nhieu-nguoi-doc")).Insist(HttpStatusCode.OK);
        await Portal.Services.GetRequiredService<ViewCounts>().SaveAsync(CancellationToken.None);

        Assert.Contains("4 lượt xem", (await publisher.GetAsync($"{site.Root}/quan-tri")).Words, StringComparison.Ordinal);
        Assert.Contains("4 trong 30 ngày", (await publisher.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Đường Nguyễn Huệ")]
    [InlineData("duong nguyen hue")]
    [InlineData("DUONG nguyễn")]
    public async Task The_desk_finds_titles_typed_without_diacritics(string words)
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        await site.DraftAsync(new Article { Title = "Sửa đường Nguyễn Huệ đoạn qua chợ", Body = "<p>Từ ngày 3.</p>" });
        await site.PublishArticleAsync("Bài khác hẳn");

        var list = (await author.GetAsync($"{site.Root}/quan-tri/noi-dung?q={Uri.EscapeDataString(words)}")).Insist(HttpStatusCode.OK);

        Assert.Contains("Sửa đường Nguyễn Huệ", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bài khác hẳn", list.Words, StringComparison.Ordinal);
    }
}

public sealed class LookingAfterContentOnSqliteTests(SqlitePortal portal) : LookingAfterContentTests(portal);

public sealed class LookingAfterContentOnPostgresTests(PostgresPortal portal) : LookingAfterContentTests(portal);

/// <summary>Portals of their own: addresses are asked for the whole installation at once.</summary>
public sealed class LinksToOutsideTests
{
    [Fact]
    public async Task Addresses_outside_that_are_gone_are_reported_to_the_sites_that_lead_there_until_they_answer_again()
    {
        await using var outside = await Server.StartAsync();
        await using var portal = new PortalThatAsksEverywhere();
        var (site, other) = (await portal.WithRecipeAsync("commune"), await portal.WithRecipeAsync("commune"));
        var (publisher, neighbour) = (await site.SignInAsAsync(Role.Publisher), await other.SignInAsAsync(Role.Publisher));
        await site.PublishArticleAsync("Bài dẫn đi xa", $"""<p>Xem <a href="{outside.Address}/con?a=1&amp;b=2">trang còn</a> và <a href="{outside.Address}/mat">trang mất</a>.</p>""");
        var checker = portal.Services.GetRequiredService<OutsideLinkChecker>();

        // One address of a server in a round.
        await checker.CheckDueAsync(CancellationToken.None);
        await checker.CheckDueAsync(CancellationToken.None);

        var report = (await publisher.GetAsync($"{site.Root}/quan-tri/lien-ket-hong")).Insist(HttpStatusCode.OK);
        Assert.Contains("/mat", report.Words, StringComparison.Ordinal);
        Assert.Contains("Không còn trang này (404)", report.Words, StringComparison.Ordinal);
        Assert.Contains("Bài dẫn đi xa", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/con", report.Words, StringComparison.Ordinal);
        Assert.Contains("?a=1&b=2", outside.Asked);
        Assert.Contains("Có 1 liên kết ngoài", (await publisher.GetAsync($"{site.Root}/quan-tri")).Words, StringComparison.Ordinal);
        Assert.Contains("Không có liên kết hỏng nào", (await neighbour.GetAsync($"{other.Root}/quan-tri/lien-ket-hong")).Words, StringComparison.Ordinal);

        outside.IsWhole = true;
        (await publisher.FillAsync($"{site.Root}/quan-tri/lien-ket-hong", new Dictionary<string, string>(), "main form button")).Insist(HttpStatusCode.Redirect);
        await checker.CheckDueAsync(CancellationToken.None);
        Assert.Contains("Không có liên kết hỏng nào", (await publisher.GetAsync($"{site.Root}/quan-tri/lien-ket-hong")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_of_inner_networks_by_writing_links_to_them()
    {
        await using var inside = await Server.StartAsync();
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        await site.PublishArticleAsync("Bài dò mạng trong", $"""<p><a href="{inside.Address}/bi-mat">mạng trong</a></p>""");

        await portal.Services.GetRequiredService<OutsideLinkChecker>().CheckDueAsync(CancellationToken.None);

        Assert.Empty(inside.Asked);
    }

    private sealed class PortalThatAsksEverywhere() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => [$"--{OutsideLinkChecker.Setting}=everywhere"];
    }

    /// <summary>Somebody else's web server.</summary>
    private sealed class Server(WebApplication app) : IAsyncDisposable
    {
        public List<string> Asked { get; } = [];

        /// <summary>True when nothing of it is gone.</summary>
        public bool IsWhole { get; set; }

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Server> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var server = new Server(app);
            app.Run(http =>
            {
                lock (server.Asked)
                {
                    server.Asked.Add(http.Request.QueryString.ToString());
                }

                http.Response.StatusCode = server.IsWhole || http.Request.Path == "/con" ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
            await app.StartAsync();
            return server;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
