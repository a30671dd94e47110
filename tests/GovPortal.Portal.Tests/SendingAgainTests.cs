using System.Globalization;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What people are told who send a form again, since the server stopped before it answered.</summary>
public abstract class SendingAgainTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task A_form_sent_again_does_what_had_not_been_done_and_says_what_is_true()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var form = await FormAsync(publisher, site, "Gửi lại sau khi máy chủ tắt");

        // Saved, and stopped before it was published: the same form comes again.
        var saved = (await publisher.FillAsync(site.Root + New, form)).Insist(HttpStatusCode.Redirect).Location!;
        var id = long.Parse(saved[(saved.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        var (again, told) = await PublishAsync(publisher, site, form);

        Assert.Equal(saved, again);
        Assert.Contains("Đã đăng lên trang", told, StringComparison.Ordinal);
        Assert.Equal(ContentState.Published, (await site.ItemAsync(id)).State);

        // Once more: nothing happens twice.
        Assert.Contains("Đã đăng lên trang", (await PublishAsync(publisher, site, form)).Told, StringComparison.Ordinal);
        Assert.Single(await site.LogAsync(), entry => entry.ItemId == id);

        // What somebody decided since stands, and is not said to be otherwise.
        Assert.Null(await site.WithdrawAsync(id, "Đăng nhầm"));
        Assert.DoesNotContain("Đã đăng lên trang", (await PublishAsync(publisher, site, form)).Told, StringComparison.Ordinal);
        Assert.Equal(ContentState.Withdrawn, (await site.ItemAsync(id)).State);
    }

    [Fact]
    public async Task An_item_saved_just_before_the_server_stopped_becomes_no_second_one()
    {
        var site = await WithRecipeAsync();
        var name = await site.TakeInAsync(Role.Author);
        var author = Portal.NewVisitor();
        await author.SignInAsync(name, TestSite.Password);
        var form = await FormAsync(author, site, "Lưu ngay trước khi tắt");

        // As the server leaves it that stops between saving the item and noting that the form was saved, more than a minute ago.
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var person = await db.Users.Where(p => p.Email == name).Select(p => p.Id).SingleAsync();
        db.Autosaves.Add(new Autosave { TenantId = site.Tenant.Id, PersonId = person, Key = form["Key"], Form = "article", Fields = "{}", At = Portal.Clock.GetUtcNow(), SentAt = Portal.Clock.GetUtcNow().AddHours(-1) });
        await db.SaveChangesAsync();
        var desk = Portal.Services.GetRequiredService<PublishingDeskOf>()(site.Tenant);
        var saved = await desk.SaveDraftAsync(null, new Article { Title = form["Title"], Body = "<p>Một bài.</p>" }, null, null, person, CancellationToken.None, note: null, form["Key"]);

        var again = (await author.FillAsync(site.Root + New, form)).Insist(HttpStatusCode.Redirect);

        Assert.EndsWith($"/{saved.Id}", again.Location, StringComparison.Ordinal);
        Assert.Equal(1, await db.Items.CountAsync(i => i.Title == "Lưu ngay trước khi tắt"));
    }

    private static async Task<Dictionary<string, string>> FormAsync(Visitor writer, TestSite site, string title) => new()
    {
        ["Title"] = title,
        ["Body"] = "Một bài.",
        ["Key"] = (await writer.GetAsync(site.Root + New)).Html.QuerySelector("[name=Key]")!.GetAttribute("value")!,
    };

    private static async Task<(string Location, string Told)> PublishAsync(Visitor publisher, TestSite site, Dictionary<string, string> form)
    {
        var location = (await publisher.FillAsync(site.Root + New, form, to: $"{site.Root}{New}?handler=Publish")).Insist(HttpStatusCode.Redirect).Location!;
        return (location, (await publisher.GetAsync(location)).Words);
    }
}

public sealed class SendingAgainOnSqliteTests(SqlitePortal portal) : SendingAgainTests(portal);

public sealed class SendingAgainOnPostgresTests(PostgresPortal portal) : SendingAgainTests(portal);
