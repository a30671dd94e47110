using System.Net;
using GovPortal.Core.Security;
using GovPortal.Procedures;
using GovPortal.Search.Teaching;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Every night the questions of the search rules are asked: the desk shows green or red with the day, and publishers get a letter where that is wanted.</summary>
public sealed class NightlyCheckTests
{
    private static readonly Dictionary<string, string> alias = new() { ["loai"] = "Alias", ["Says"] = "giấy .. thằng cu", ["Means"] = "1.001193", ["cau"] = "xin cái giấy cho thằng cu" };

    [Fact]
    public async Task A_question_that_is_answered_no_more_turns_red_that_night_and_is_told_once()
    {
        await using var portal = new PortalWithLetters();
        var site = await portal.WithRecipeAsync("commune");
        var id = await site.PublishAsync(new Procedure { Code = "1.001193", Name = "Thủ tục đăng ký khai sinh" });
        await site.IsFoundAsync("1.001193", "khai sinh");
        var address = await site.TakeInAsync(Role.Publisher);
        var editor = await site.SignInAsAsync(Role.Publisher);
        var page = $"{site.Root}/quan-tri/tu-tim-kiem";
        Assert.Contains("Chưa có đêm nào", (await editor.GetAsync(page)).Words, StringComparison.Ordinal);
        (await editor.FillAsync(page, alias)).Insist(HttpStatusCode.Redirect);
        var checker = portal.Services.GetRequiredService<NightlyChecker>();

        await Eventually.BecomesTrueAsync("what was taught is found", async () => (await site.SearchAsync(alias["cau"])).Json.GetProperty("total").GetInt32() > 0);
        await checker.RunDueAsync(CancellationToken.None);
        Assert.NotNull((await editor.GetAsync(page)).Html.QuerySelector("[data-night=green]"));

        Assert.Null(await site.WithdrawAsync(id, "Đã bãi bỏ"));
        await site.IsGoneAsync("khai sinh", "1.001193");
        await checker.RunDueAsync(CancellationToken.None);
        Assert.NotNull((await editor.GetAsync(page)).Html.QuerySelector("[data-night=green]"));
        portal.Clock.Advance(TimeSpan.FromHours(17.5));
        await checker.RunDueAsync(CancellationToken.None);
        editor = await site.SignInAsAsync(Role.Publisher);
        Assert.Single((await editor.GetAsync(page)).Html.QuerySelectorAll("[data-night] ~ table tbody tr"));

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await checker.RunDueAsync(CancellationToken.None);
        var red = (await editor.GetAsync(page)).Html;
        Assert.Contains(alias["cau"], red.QuerySelector("[data-night=red]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, red.QuerySelectorAll("[data-night] ~ table tbody tr").Length);
        Assert.Contains(alias["cau"], (await portal.Post.AwaitAsync(address)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_rules_has_no_nights_and_no_site_sees_anothers()
    {
        await using var portal = new SqlitePortal();
        var (own, other) = (await portal.WithRecipeAsync("commune"), await portal.WithRecipeAsync("commune"));
        await own.PublishAsync(new Procedure { Code = "1.001193", Name = "Thủ tục đăng ký khai sinh" });
        await own.IsFoundAsync("1.001193", "khai sinh");
        (await (await own.SignInAsAsync(Role.Publisher)).FillAsync($"{own.Root}/quan-tri/tu-tim-kiem", alias)).Insist(HttpStatusCode.Redirect);

        await portal.Services.GetRequiredService<NightlyChecker>().RunDueAsync(CancellationToken.None);

        Assert.Contains("Chưa có đêm nào", (await (await other.SignInAsAsync(Role.Publisher)).GetAsync($"{other.Root}/quan-tri/tu-tim-kiem")).Words, StringComparison.Ordinal);
    }

    private sealed class PortalWithLetters() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => [$"--{NightlyLetters.Setting}=true"];
    }
}
