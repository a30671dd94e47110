using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>A test with a real provider in this process, and a portal that knows it. The portal may warn: strangers knock at its door.</summary>
public abstract class ProviderTest(ProviderPortal portal) : IAsyncLifetime
{
    private protected const string Door = "/dang-nhap/ngoai";

    private protected Authority Authority => portal.Authority;

    private protected ProviderPortal Portal => portal;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.BeginAsync();
        Authority.Refuses = false;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static async Task<string> CallbackAsync(Visitor visitor, string returnTo) =>
        (await visitor.GetAsync((await visitor.GetAsync($"{Door}?ve=" + Uri.EscapeDataString(returnTo))).Insist(HttpStatusCode.Redirect).Location!)).Insist(HttpStatusCode.Redirect).Location!;

    // As a browser does.
    private protected static async Task<Answer> FollowAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        for (var step = 0; step < 10 && answer.Status == HttpStatusCode.Redirect; step++)
        {
            answer = await visitor.GetAsync(answer.Location!);
        }

        return answer;
    }

    private protected Task<Answer> EnterAsync(TestSite site, Visitor? visitor = null) => FollowAsync(visitor ?? portal.NewVisitor(), $"{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/quan-tri"));

    private protected static void SaysAtTheDoor(Answer answer, TestSite site, string words)
    {
        Assert.StartsWith($"{site.Root}/dang-nhap?loi=", answer.Insist(HttpStatusCode.OK).Address, StringComparison.Ordinal);
        Assert.Contains(words, answer.Html.QuerySelector(".gp-notice--warn")?.TextContent, StringComparison.Ordinal);
    }

    private protected string Sits(string email)
    {
        var subject = Guid.NewGuid().ToString();
        Authority.User = new AuthorityUser(subject, email, IsEmailVerified: true);
        return subject;
    }

    private protected async Task<string[]> ActsAsync(TestSite site, string email)
    {
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Audit.Where(e => e.Subject == email && e.Act != "people.take-in").OrderBy(e => e.Id).Select(e => e.Act).ToArrayAsync();
    }

    private protected async Task<(TestSite Site, string Email)> WithPersonAsync(Role role = Role.Publisher, TestSite? at = null)
    {
        var site = at ?? await portal.WithRecipeAsync("commune");
        return (site, await site.TakeInAsync(role));
    }
}
