using System.Net;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What happens by the clock. The portal is one of its own: its clock is moved.</summary>
public sealed class SchedulingTests
{
    [Fact]
    public async Task What_is_scheduled_goes_public_at_its_time_and_leaves_when_it_runs_out()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new Article { Title = "Thông báo hẹn giờ", Body = "<p>Đến giờ thì hiện.</p>" });
        var desk = $"{site.Root}/quan-tri/muc/{id}";
        string Wall(TimeSpan ahead) => site.Tenant.WallField(portal.Clock.GetUtcNow() + ahead);

        var past = await publisher.FillAsync(desk, new Dictionary<string, string> { ["GoesLiveAt"] = Wall(TimeSpan.FromHours(-1)) }, "button[data-act=schedule]");
        Assert.Contains("Thời điểm đăng đã qua", past.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["ExpiresAt"] = Wall(TimeSpan.FromHours(5)) }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["GoesLiveAt"] = Wall(TimeSpan.FromHours(2)) }, "button[data-act=schedule]")).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Thông báo hẹn giờ", (await publisher.GetAsync($"{site.Root}/quan-tri/lich")).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/thong-bao-hen-gio")).Insist(HttpStatusCode.NotFound);

        portal.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        await Eventually.BecomesTrueAsync("what was scheduled is public", async () => (await site.VisitAsync("/tin-tuc/thong-bao-hen-gio")).Status == HttpStatusCode.OK);
        Assert.Contains("Thông báo hẹn giờ", (await site.VisitAsync("/tin-tuc")).Words, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromHours(3));
        await Eventually.BecomesTrueAsync("what ran out says so", async () => (await site.VisitAsync("/tin-tuc/thong-bao-hen-gio")).Words.Contains("đã hết hạn đăng", StringComparison.Ordinal));
        Assert.DoesNotContain("Thông báo hẹn giờ", (await site.VisitAsync("/tin-tuc")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_after_approval_cancels_the_schedule()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new Article { Title = "Bài duyệt rồi sửa", Body = "<p>Đã duyệt.</p>" });
        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string> { ["GoesLiveAt"] = site.Tenant.WallField(portal.Clock.GetUtcNow().AddHours(1)) }, "button[data-act=schedule]")).Insist(HttpStatusCode.Redirect);

        await site.SaveAsync(id, new Article { Title = "Bài duyệt rồi sửa", Body = "<p>Chưa ai duyệt.</p>" }, (await site.ItemAsync(id)).Revision);
        var other = await site.DraftAsync(new Article { Title = "Bài đến sau", Body = "<p>Mốc so sánh.</p>" });
        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{other}", new Dictionary<string, string> { ["GoesLiveAt"] = site.Tenant.WallField(portal.Clock.GetUtcNow().AddHours(1)) }, "button[data-act=schedule]")).Insist(HttpStatusCode.Redirect);
        portal.Clock.Advance(TimeSpan.FromHours(2));

        await Eventually.BecomesTrueAsync("the other one is public", async () => (await site.VisitAsync("/tin-tuc/bai-den-sau")).Status == HttpStatusCode.OK);
        Assert.Equal(ContentState.Draft, (await site.ItemAsync(id)).State);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone_for_good_after_thirty_days()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.DraftAsync(new Article { Title = "Nháp sẽ mất hẳn", Body = "<p>Bỏ.</p>" });
        (await author.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=delete]")).Insist(HttpStatusCode.Redirect);

        portal.Clock.Advance(TimeSpan.FromDays(31));
        var later = await site.SignInAsAsync(Role.Author);

        await Eventually.BecomesTrueAsync("the draft is gone", async () => (await later.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Status == HttpStatusCode.NotFound);
    }
}
