using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>The portal's administrator merges agencies in the browser: first what it would do, then doing it, then taking it back.</summary>
public sealed class ReorganisingAtTheDeskTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Desk = "/quan-tri/trang/sap-xep";

    [Fact]
    public async Task A_merger_is_shown_before_it_is_carried_out_and_can_be_taken_back_there()
    {
        var (old, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await old.PublishArticleAsync("Tin của cơ quan cũ", slug: "tin-cu");
        var administrator = Portal.NewVisitor();
        await administrator.SignInAsync("admin", PortalFixture.AdminPassword);
        var form = new Dictionary<string, string> { ["tu"] = old.Name, ["Into"] = other.Name, ["On"] = "01/03/2026", ["Decision"] = "Nghị quyết số 7" };

        var preview = (await administrator.PostAsync(Desk, form)).Insist(HttpStatusCode.OK);
        Assert.Contains("Chuyển 1 mục", preview.Words, StringComparison.Ordinal);
        (await old.VisitAsync("/tin-tuc/tin-cu")).Insist(HttpStatusCode.OK);
        var carry = preview.Html.Forms.Single(one => one.GetAttribute("action")?.Contains("handler=Carry", StringComparison.Ordinal) == true);
        var fields = carry.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } and not "__RequestVerificationToken").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        (await administrator.PostAsync(Desk + "?handler=Carry", fields)).Insist(HttpStatusCode.Redirect);

        Assert.Equal($"{other.Root}/tin-tuc/tin-cu", (await old.VisitAsync("/tin-tuc/tin-cu")).Insist(HttpStatusCode.MovedPermanently).Location);
        var page = (await administrator.GetAsync(Desk)).Insist(HttpStatusCode.OK);
        var number = page.Html.QuerySelector("input[name=number]")!.GetAttribute("value")!;
        (await administrator.PostAsync(Desk + "?handler=Undo", [new("number", number)])).Insist(HttpStatusCode.Redirect);
        (await old.VisitAsync("/tin-tuc/tin-cu")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_stands_at_its_field_and_changes_nothing()
    {
        var site = await WithRecipeAsync();
        var administrator = Portal.NewVisitor();
        await administrator.SignInAsync("admin", PortalFixture.AdminPassword);

        var itself = (await administrator.PostAsync(Desk, new Dictionary<string, string> { ["tu"] = site.Name, ["Into"] = site.Name })).Insist(HttpStatusCode.OK);
        Assert.Contains("không thể nhập vào chính mình", itself.Words, StringComparison.Ordinal);
        var unknown = (await administrator.PostAsync(Desk, new Dictionary<string, string> { ["tu"] = "khong-co", ["Into"] = site.Name, ["On"] = "31/02/2026" })).Insist(HttpStatusCode.OK);
        Assert.NotNull(unknown.Html.QuerySelector(".gp-field--error"));
        (await (await site.SignInAsAsync(Role.SiteAdministrator)).GetAsync(Desk)).Insist(HttpStatusCode.Redirect);
        (await administrator.GetAsync(site.Root + Desk)).Insist(HttpStatusCode.NotFound);
    }
}
