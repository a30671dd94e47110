using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What a site has that forms name by number.</summary>
internal sealed record ForeignThings(ContentItem Item, string Person, long[] Ids)
{
    public const string Secret = "Điều chưa đăng của phường bên cạnh";

    // Names by which forms name something.
    private static readonly string[] Numbers = ["id", "Id", "number", "item", "Chosen", "chosen", "Number", "trang"];

    public static async Task<ForeignThings> OfAsync(TestSite site)
    {
        var email = await site.TakeInAsync(Role.Author);
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var file = (await administrator.UploadAsync(site, "Biên bản.pdf", Samples.Pdf("Biên bản"))).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();
        (await administrator.FillAsync($"{site.Root}/quan-tri/nguoi-dung/moi", new Dictionary<string, string> { ["Email"] = $"moi.{Guid.NewGuid():n}@example.vn", ["Roles[Author]"] = "true" })).Insist(HttpStatusCode.Redirect);
        var item = await site.ItemAsync(await site.DraftAsync(new Article { Title = Secret, Body = $"<p>{Secret}</p>" }));
        await using var db = site.Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var person = await db.Users.Where(p => p.UserName == email).Select(p => p.Id).SingleAsync();
        return new ForeignThings(item, person.ToString(), [item.Id, file, await db.Invitations.Select(i => i.Id).SingleAsync()]);
    }

    /// <summary>Under every name by which a form names something.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(long id) =>
        Numbers.Select(name => KeyValuePair.Create(name, $"{id}"))
            .Concat([new("person", Person), new("session", Person), new("Act", "Delete"), new("Revision", "1"), new("ve", "/")]);
}
