using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>A test of people with keys on their devices.</summary>
public abstract class PasskeyTest(PortalFixture portal) : PortalTest(portal)
{
    private protected const string Page = "/tai-khoan/xac-thuc";
    private protected const string Own = "/tai-khoan/khoa";

    private protected static SoftPasskey Key(PortalFixture portal) => new(portal.Address.GetLeftPart(UriPartial.Authority));

    private protected static async Task AddAsync(Visitor owner, SoftPasskey key, string name, string root = "")
    {
        var begun = (await SendAsync(owner, root + Page, root + Own + "?handler=Options", ("Password", TestSite.Password))).Insist(HttpStatusCode.OK);
        await SendAsync(owner, root + Page, root + Own + "?handler=Add", ("Credential", key.Create(begun.Json)), ("Name", name));
        Assert.Contains("Đã thêm khóa", (await owner.GetAsync(root + Page)).Words, StringComparison.Ordinal);
    }

    private protected static async Task<Answer> ShowAsync(Visitor visitor, SoftPasskey key, TestSite site, string? returnTo = null)
    {
        var door = $"{site.Root}/dang-nhap";
        var asked = (await SendAsync(visitor, door, door + "/khoa?handler=Options")).Insist(HttpStatusCode.OK);
        return await SendAsync(visitor, door, door + "/khoa", ("Credential", key.Show(asked.Json)), ("ve", returnTo ?? ""));
    }

    // As the script of the page does: with the token of a form that stands there.
    private protected static async Task<Answer> SendAsync(Visitor visitor, string page, string to, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.GetAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        return await visitor.SendAsync(HttpMethod.Post, to, content: content);
    }

    private protected async Task<(TestSite Site, string Email, Visitor Owner)> WithPersonAsync()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Publisher);
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        return (site, email, owner);
    }
}
