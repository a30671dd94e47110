using System.Net;
using GovPortal.Core.Security;
using GovPortal.Mail;
using GovPortal.News;
using GovPortal.Sites;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What links in letters begin with. Portals of their own: what others did at the desk would be remembered.</summary>
public sealed class AddressesInLettersTests
{
    private const string Forged = "ke-xau.example.com";

    [Fact]
    public async Task Letters_from_the_clock_lead_to_the_desk_as_it_was_last_reached()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var publisher = await site.TakeInAsync(Role.Publisher);
        var id = await site.PublishAsync(new Article { Title = "Số điện thoại trực", Body = "<p>0204 115.</p>" });
        var visitor = portal.NewVisitor();
        await visitor.SignInAsync(publisher, TestSite.Password);
        var day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime.AddDays(20)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await visitor.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string> { ["ReviewOn"] = day }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);

        // A later visit under a name that somebody made up changes nothing.
        (await visitor.GetAsync($"{site.Root}/quan-tri", host: Forged)).Insist(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromDays(21));

        Assert.Contains($"{portal.Address.ToString().TrimEnd('/')}{site.Root}/quan-tri/muc/{id}", (await portal.Post.AwaitAsync(publisher)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_address_was_ever_known_the_letter_says_so_and_the_desk_says_what_to_set()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        (await site.VisitAsync("/")).Insist(HttpStatusCode.OK);

        var said = portal.Services.GetRequiredService<LettersLinks>().To(site.Tenant, "/quan-tri/muc/1", "vi");

        Assert.Contains("chưa biết địa chỉ", said, StringComparison.Ordinal);
        Assert.Contains($"{site.Root}/quan-tri/muc/1", said, StringComparison.Ordinal);
        Assert.Contains("GovPortal__PublicAddress", await NoticeAsync(Role.SiteAdministrator, Forged), StringComparison.Ordinal);
        Assert.Null(await NoticeAsync(Role.Author, Forged));
        Assert.Null(await NoticeAsync(Role.SiteAdministrator, host: null));

        async Task<string?> NoticeAsync(Role role, string? host)
        {
            var visitor = await SignInUnderAsync(site, role, host);
            return (await visitor.GetAsync($"{site.Root}/quan-tri", host)).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-notice=letters]")?.TextContent;
        }
    }

    [Theory]
    [InlineData(Forged, null)]
    [InlineData("127.0.0.1.ke-xau.example.com", null)]
    [InlineData("localhost.", null)]
    [InlineData("XA-RIENG.example.vn", "http://xa-rieng.example.vn")]
    [InlineData("xa-rieng.example.vn:8443", "http://xa-rieng.example.vn")]
    [InlineData("xa-rieng.example.vn:{port}", "http://xa-rieng.example.vn:{port}")]
    [InlineData("localhost:{port}", "http://localhost:{port}")]
    public async Task A_letter_begins_with_a_name_the_installation_knows(string host, string? begins)
    {
        await using var portal = new SqlitePortal();
        var site = await portal.OpenAsync(new NewSite { Name = "xa-rieng", Title = "Xã Riêng", Recipe = "commune", Parent = "portal", Host = "xa-rieng.example.vn" });
        var email = await site.TakeInAsync(Role.Author);
        string Filled(string text) => text.Replace("{port}", $"{portal.Address.Port}", StringComparison.Ordinal);

        await AskForPasswordAsync(site, email, Filled(host));

        var text = (await portal.Post.AwaitAsync(email)).TextBody;
        Assert.DoesNotContain("ke-xau", text, StringComparison.Ordinal);
        Assert.Contains(begins is null ? "https://xa-rieng.example.vn/dang-nhap/mat-khau-moi/" : Filled(begins), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_address_comes_before_what_a_request_says()
    {
        await using var portal = new PortalWithAddress();
        var site = await portal.WithRecipeAsync("commune");
        foreach (var host in new[] { Forged, "CONG.example.vn", "localhost" })
        {
            var email = await site.TakeInAsync(Role.Author);
            await AskForPasswordAsync(site, email, host);
            Assert.Contains($"https://cong.example.vn:8443{site.Root}/dang-nhap/mat-khau-moi/", (await portal.Post.AwaitAsync(email)).TextBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_that_was_forwarded_is_no_more_known_than_another()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var email = await site.TakeInAsync(Role.Author);
        var visitor = portal.NewVisitor();
        visitor.Headers["X-Forwarded-Host"] = Forged;

        (await visitor.FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = email })).Insist(HttpStatusCode.OK);

        var text = (await portal.Post.AwaitAsync(email)).TextBody;
        Assert.DoesNotContain(Forged, text, StringComparison.Ordinal);
        Assert.Contains("chưa biết địa chỉ", text, StringComparison.Ordinal);
    }

    private static async Task AskForPasswordAsync(TestSite site, string email, string host)
    {
        var visitor = site.Portal.NewVisitor();
        visitor.Host = host;
        (await visitor.FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = email })).Insist(HttpStatusCode.OK);
    }

    private static async Task<Visitor> SignInUnderAsync(TestSite site, Role role, string? host)
    {
        var visitor = site.Portal.NewVisitor();
        visitor.Host = host;
        await visitor.SignInAsync(await site.TakeInAsync(role), TestSite.Password);
        return visitor;
    }

    private sealed class PortalWithAddress() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:PublicAddress=https://cong.example.vn:8443"];
    }
}
