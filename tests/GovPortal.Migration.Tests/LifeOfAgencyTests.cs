using System.Net;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.News;
using GovPortal.Publishing.Moves;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Migration.Tests;

/// <summary>Agencies that end, become part of another, or are called otherwise. It is Monday, 2 March 2026.</summary>
public abstract class LifeOfAgencyTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_merger_is_previewed_carried_out_and_every_address_lives_on()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await old.PublishArticleAsync("Chuyển đổi số ở thôn Đông", slug: "chuyen-doi-so");
        await old.CorrectAsync(id, new Article { Title = "Chuyển đổi số ở thôn Đông", Body = "<p>Đã sửa.</p>" }, slug: "chuyen-doi-so-2026");
        await other.PublishArticleAsync("Bài trùng địa chỉ", slug: "trung");
        await old.PublishArticleAsync("Bài trùng địa chỉ của bên nhập", slug: "trung");
        await old.TakeInAsync(Role.Publisher);

        var preview = (await Portal.RunAsync("tenant", "merge", old.Name, "--into", other.Name, "--preview")).Insist(0);
        Assert.Contains("1 of them to another address", preview.Output, StringComparison.Ordinal);
        (await old.VisitAsync("/tin-tuc/chuyen-doi-so-2026")).Insist(HttpStatusCode.OK);

        var done = (await Portal.RunAsync("tenant", "merge", old.Name, "--into", other.Name, "--date", "01/03/2026", "--decision", "Nghị quyết số 7/NQ-HĐND")).Insist(0);
        Assert.Contains("tenant undo", done.Output, StringComparison.Ordinal);
        await SeenAsync(() => old.Tenant.Settings.Closing is not null);
        (await other.VisitAsync("/tin-tuc/chuyen-doi-so-2026")).Insist(HttpStatusCode.OK);
        Assert.Equal($"{other.Root}/tin-tuc/chuyen-doi-so-2026?a=1", (await old.VisitAsync("/tin-tuc/chuyen-doi-so-2026?a=1")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal($"{other.Root}/tin-tuc/chuyen-doi-so-2026", (await old.VisitAsync("/tin-tuc/chuyen-doi-so")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal($"{other.Root}/tin-tuc/trung-2", (await old.VisitAsync("/tin-tuc/trung")).Insist(HttpStatusCode.MovedPermanently).Location);
        var home = (await old.VisitAsync("/")).Insist(HttpStatusCode.OK);
        var notice = home.Html.QuerySelector("[data-notice=closed]")!;
        Assert.Contains("01/03/2026", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nghị quyết số 7/NQ-HĐND", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{other.Root}/", notice.QuerySelector("a")!.GetAttribute("href"));
        var number = other.Tenant.Id;
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(other.Tenant);
        Assert.Equal(1, await db.Memberships.CountAsync(role => role.TenantId == number));
    }

    [Fact]
    public async Task A_merger_is_taken_back_with_what_was_changed_since()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var picture = await old.StoreFileAsync("chữ", "don.txt", "text/plain");
        var id = await old.ShowAsync(picture);
        await old.PublishArticleAsync("Bài bên nhập", slug: "trung");
        await other.PublishArticleAsync("Bài có sẵn", slug: "trung");
        var merging = Portal.Services.GetRequiredService<SiteMerging>();
        var (_, move) = await merging.MergeAsync(new MergeOrder([old.Name], other.Name, new DateOnly(2026, 3, 1)), null, CancellationToken.None);
        (await other.VisitAsync(picture)).Insist(HttpStatusCode.OK);
        await other.CorrectAsync(id, (await other.NewestAsync<Article>(id)) with { Title = "Sửa sau khi nhập" });

        Assert.Null(await Portal.Services.GetRequiredService<SiteClosings>().UndoAsync(move, null, CancellationToken.None));

        Assert.Equal("Bài bên nhập", (await old.VisitAsync("/tin-tuc/trung")).Insist(HttpStatusCode.OK).Heading);
        Assert.Equal("Bài có sẵn", (await other.VisitAsync("/tin-tuc/trung")).Insist(HttpStatusCode.OK).Heading);
        (await other.VisitAsync("/tin-tuc/trung-2")).Insist(HttpStatusCode.NotFound);
        Assert.Equal("Sửa sau khi nhập", (await old.NewestAsync<Article>(id)).Title);
        Assert.Null(old.Tenant.Settings.Closing);
        Assert.Null((await old.VisitAsync("/")).Html.QuerySelector("[data-notice]"));
        Assert.Equal("moves.undo.done", (await Portal.Services.GetRequiredService<SiteClosings>().UndoAsync(move, null, CancellationToken.None))!.Code);
    }

    [Fact]
    public async Task Search_finds_what_went_over_at_its_new_site()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await old.PublishArticleAsync("Lễ hội bánh khoái làng Gióng");
        await old.IsFoundAsync("bánh khoái", "Lễ hội bánh khoái làng Gióng");

        await Portal.Services.GetRequiredService<SiteMerging>().MergeAsync(new MergeOrder([old.Name], other.Name, new DateOnly(2026, 3, 1)), null, CancellationToken.None);

        await other.IsFoundAsync("bánh khoái", "Lễ hội bánh khoái làng Gióng");
        await old.IsGoneAsync("bánh khoái", "Lễ hội bánh khoái làng Gióng");
    }

    [Fact]
    public async Task Thousands_of_items_of_two_agencies_go_over_at_once()
    {
        var (one, two, into) = (await WithRecipeAsync(), await WithRecipeAsync(), await WithRecipeAsync());
        foreach (var site in new[] { one, two })
        {
            await site.ImportAsync("articles", Enumerable.Range(1, 300).Select(n => $$"""{"id":"{{n}}","title":"Tin số {{n}}","body":"<p>Nội dung {{n}}.</p>","publishedAt":"2025-01-02"}"""));
        }

        var (refusals, move) = await Portal.Services.GetRequiredService<SiteMerging>().MergeAsync(new MergeOrder([one.Name, two.Name], into.Name, new DateOnly(2026, 3, 1)), null, CancellationToken.None);

        Assert.Empty(refusals);
        (await into.VisitAsync("/tin-tuc/tin-so-300")).Insist(HttpStatusCode.OK);
        (await into.VisitAsync("/tin-tuc/tin-so-300-2")).Insist(HttpStatusCode.OK);
        Assert.Equal($"{into.Root}/tin-tuc/tin-so-300-2", (await two.VisitAsync("/tin-tuc/tin-so-300")).Location);
        Assert.Null(await Portal.Services.GetRequiredService<SiteClosings>().UndoAsync(move, null, CancellationToken.None));
        (await two.VisitAsync("/tin-tuc/tin-so-300")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_closed_site_tells_its_end_beforehand_and_leads_on_where_it_is_told_to()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        (await Portal.RunAsync("tenant", "close", old.Name, "--successor", other.Name, "--date", "05/08/2026")).Insist(0);
        await SeenAsync(() => old.Tenant.Settings.Closing is not null);
        Assert.Contains("05/08/2026", (await old.VisitAsync("/")).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-notice=closing]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ends on 05/08/2026", (await Portal.NewVisitor().GetAsync($"{old.Root}/en/")).Html.QuerySelector("[data-notice=closing]")!.TextContent, StringComparison.Ordinal);

        var gone = await WithRecipeAsync();
        (await Portal.RunAsync("tenant", "close", gone.Name, "--successor", other.Name, "--date", "2026-03-01", "--lead-on")).Insist(0);
        await SeenAsync(() => gone.Tenant.Settings.Closing is not null);
        Assert.Equal($"{other.Root}/?q=x", (await gone.VisitAsync("/tin-tuc?q=x")).Insist(HttpStatusCode.MovedPermanently).Location);
    }

    [Fact]
    public async Task A_renamed_site_answers_at_its_new_name_and_host_and_its_old_ones_lead_there()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Tin cũ", slug: "tin-cu");
        var (name, host) = ($"{site.Name}-moi", $"{site.Name}.example.vn");

        (await Portal.RunAsync("tenant", "rename", site.Name, "--name", name, "--title", "Sở Khoa học và Công nghệ", "--host", host)).Insist(0);
        await SeenAsync(() => site.Tenant.Name == name);

        Assert.Equal($"/{name}/tin-tuc/tin-cu?x=1", (await site.VisitAsync("/tin-tuc/tin-cu?x=1")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Contains("Sở Khoa học và Công nghệ", (await Portal.NewVisitor().GetAsync($"/{name}/")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await Portal.RunAsync("tenant", "rename", name, "--host", "x-" + host)).Insist(0);
        await SeenAsync(() => site.Tenant.Host != host);
        Assert.Contains($"//x-{host}", (await Portal.NewVisitor().GetAsync("/tin-tuc/tin-cu", host: host)).Insist(HttpStatusCode.MovedPermanently).Location, StringComparison.Ordinal);
        (await Portal.RunAsync("tenant", "rename", name)).Insist(2);
        (await Portal.RunAsync("tenant", "rename", name, "--name", "tin-tuc")).Insist(2);
    }

    [Fact]
    public async Task Codes_of_an_agency_that_ended_lead_records_to_who_came_after()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var code = $"H05.{Random.Shared.Next(1_000, 9_999_999)}";
        await using (var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation())
        {
            await db.Tenants.Where(site => site.Id == old.Tenant.Id).ExecuteUpdateAsync(set => set.SetProperty(site => site.AgencyCode, code));
        }

        var directory = Portal.Services.GetRequiredService<TenantDirectory>();
        await directory.ReloadAsync([old.Tenant.Id], CancellationToken.None);
        Assert.Equal(old.Name, directory.FindByAgencyCode(code)!.Name);
        await Portal.Services.GetRequiredService<SiteClosings>().CloseAsync(new CloseOrder(old.Name, [other.Name], new DateOnly(2026, 3, 1)), null, CancellationToken.None);
        Assert.Equal(other.Name, directory.FindByAgencyCode(code)!.Name);
    }

    /// <summary>What a command did, the server learns from the log.</summary>
    private static Task SeenAsync(Func<bool> isSeen) => Eventually.BecomesTrueAsync("the server knows what the command did", () => Task.FromResult(isSeen()));

    [Fact]
    public async Task What_cannot_be_is_refused_by_its_reason()
    {
        var (one, two, three) = (await WithRecipeAsync(), await WithRecipeAsync(), await WithRecipeAsync());
        var day = new DateOnly(2026, 3, 1);
        var (merging, closings) = (Portal.Services.GetRequiredService<SiteMerging>(), Portal.Services.GetRequiredService<SiteClosings>());

        Assert.Equal("moves.itself", await Refused(new MergeOrder([one.Name], one.Name, day)));
        Assert.Equal("moves.itself", await Refused(new MergeOrder([one.Name, two.Name], two.Name, day)));
        Assert.Equal("moves.twice", await Refused(new MergeOrder([one.Name, one.Name], two.Name, day)));
        Assert.Equal("moves.unknown", await Refused(new MergeOrder(["khong-co"], two.Name, day)));
        Assert.Equal("moves.unknown", await Refused(new MergeOrder([one.Name], "khong-co", day)));
        Assert.Equal("moves.portal", await Refused(new MergeOrder([Tenant.PortalName], two.Name, day)));
        Assert.Equal("moves.day", await Refused(new MergeOrder([one.Name], two.Name, new DateOnly(1, 1, 1))));
        await closings.CloseAsync(new CloseOrder(two.Name, [three.Name], day), null, CancellationToken.None);
        Assert.Equal("moves.closed-successor", await Refused(new MergeOrder([one.Name], two.Name, day)));
        Assert.Equal("moves.circle", await Refused(new MergeOrder([three.Name], two.Name, day)));
        Assert.Equal("moves.closed-already", await Refused(new MergeOrder([two.Name], one.Name, day)));
        (await Portal.RunAsync("tenant", "close", one.Name, "--date", "31/02/2026")).Insist(2);
        (await Portal.RunAsync("tenant", "undo", "999999")).Insist(2);

        async Task<string> Refused(MergeOrder order) => (await merging.MergeAsync(order, null, CancellationToken.None)).Refusals[0].Code;
    }
}

public sealed class LifeOfAgencyOnSqliteTests(SqlitePortal portal) : LifeOfAgencyTests(portal);

public sealed class LifeOfAgencyOnPostgresTests(PostgresPortal portal) : LifeOfAgencyTests(portal);
