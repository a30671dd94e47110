using System.Net;
using System.Text.Json;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>
/// Sends every form the desk knows, with a valid token: as each role that may not, as nobody, as an administrator of another site, and on one's own
/// site with the numbers of what belongs to another. A new handler fails here until the table says who may.
/// </summary>
public abstract class NeighbourPostsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Secret = ForeignThings.Secret;

    private static readonly string[] OfEditor = ["tu-luu", "bo-tam", "tiep-quan", "roi-di", "lam-sach", "kiem-tra", "video", "tim/co-quan", "tim/van-ban", "tim/muc"];

    // Below these stands a FormPage for an item and one for a new one.
    private static readonly string[] Forms = ["canh-bao", "van-ban", "lich-cong-tac", "can-bo", "co-cau", "thu-tuc", "cuoc-song", "cau-hoi", "lay-y-kien", "cong-khai", "su-kien", "thu-vien-anh"];

    private static readonly (string Page, string Permission, string[] Handlers)[] Pages =
    [
        ("quan-tri/lien-ket-hong", Permission.Write, [""]),
        ("quan-tri/muc/{id:long}/so-sanh/{version:int}/{versionTo:int}", Permission.Write, ["Restore"]),
        ("quan-tri/muc/{id:long}", Permission.Write, ["Submit", "TakeBack", "Remark", "Dates", "RevokePreviews", "Delete", "Undelete"]),
        ("quan-tri/muc/{id:long}", Permission.Review, ["SendBack"]),
        ("quan-tri/muc/{id:long}", Permission.Publish, ["Publish", "PublishUrgently", "ApproveUrgent", "Schedule", "Unschedule", "Archive"]),
        ("quan-tri/canh-bao", Permission.Publish, ["TakeDown"]), ("quan-tri/canh-bao/{id:long}", Permission.Publish, ["PutUp"]), ("quan-tri/canh-bao/moi", Permission.Publish, ["PutUp"]),
        ("quan-tri/muc/{id:long}/go", Permission.Publish, [""]),
        ("quan-tri/muc/{id:long}", Permission.ManageSite, ["KeepAsTemplate", "EndTemplate"]),
        ("quan-tri/noi-dung", Permission.Write, [""]),
        ("quan-tri/trang-chu", Permission.ManageSite, ["", "Arrange", "Preview"]),
        ("quan-tri/giao-dien", Permission.ManageSite, ["", "Preview"]),
        ("quan-tri/bieu-ngu", Permission.ManageSite, ["", "Arrange", "Preview"]),
        ("quan-tri/chuyen-muc", Permission.ManageSite, ["", "Arrange", "Preview"]),
        ("quan-tri/linh-vuc", Permission.ManageSite, ["", "Arrange", "Preview"]),
        ("quan-tri/trinh-don", Permission.ManageSite, ["", "Arrange", "Preview", "Reset", "Undo"]),
        ("quan-tri/trang-tinh", Permission.Write, ["", "Arrange", "Preview"]),
        ("quan-tri/trang-tinh/{id:long}", Permission.Write, ["", "Submit"]), ("quan-tri/trang-tinh/{id:long}", Permission.Publish, ["Publish"]),
        ("quan-tri/trang-tinh/moi", Permission.Write, ["", "Submit"]), ("quan-tri/trang-tinh/moi", Permission.Publish, ["Publish"]),
        ("quan-tri/tin-tuc/{id:long}", Permission.Write, ["", "Submit"]), ("quan-tri/tin-tuc/{id:long}", Permission.Publish, ["Publish"]),
        ("quan-tri/tin-tuc/moi", Permission.Write, ["", "Submit"]), ("quan-tri/tin-tuc/moi", Permission.Publish, ["Publish"]),
        ("quan-tri/van-ban/{id:long}", Permission.Write, ["Relations"]), ("quan-tri/van-ban/moi", Permission.Write, ["Relations"]),
        ("quan-tri/tu-tim-kiem", Permission.Publish, ["", "Try", "Remove"]),
        ("quan-tri/hoi-dap/{id:long}", Permission.AnswerEnquiries, ["", "Draft"]),
        ("quan-tri/lay-y-kien/{id:long}/y-kien", Permission.Review, ["Show", "Hide", "Reply"]),
        ("quan-tri/quy-dinh", Permission.ManageSite, ["", "Remove"]),
        ("quan-tri/su-kien/{id:long}/dai-bieu", Permission.Publish, ["CheckIn", "Remove"]),
        ("quan-tri/thu-vien", Permission.Write, [""]),
        ("quan-tri/thu-vien", Permission.Write, ["", "Many", "Describe"]),
        ("quan-tri/thu-vien/{id:long}", Permission.Write, ["", "Delete", "Restore", "Retry"]),
        ("quan-tri/thu-vien/chon", Permission.Write, [""]), ("quan-tri/thu-vien/tai-len", Permission.Write, [""]),
        ("quan-tri/trang", Permission.ManagePortal, ["Switch"]), ("quan-tri/trang/moi", Permission.ManagePortal, [""]), ("quan-tri/trang/sap-xep", Permission.ManagePortal, ["", "Carry", "Undo"]),
        ("quan-tri/danh-sach-tin-cay", Permission.ManagePortal, ["", "Remove"]),
        ("quan-tri/thiet-lap", Permission.ManageSite, [""]), ("quan-tri/lay-y-kien/{id:long}", Permission.Write, ["", "Submit", "Rows"]), ("quan-tri/lay-y-kien/{id:long}", Permission.Publish, ["Publish"]), ("quan-tri/lay-y-kien/moi", Permission.Write, ["", "Submit", "Rows"]), ("quan-tri/lay-y-kien/moi", Permission.Publish, ["Publish"]), ("quan-tri/lay-y-kien/{id:long}/y-kien", Permission.Review, ["Show", "Hide", "Reply"]), ("quan-tri/quy-dinh", Permission.ManageSite, ["", "Remove"]),
        ("quan-tri/mot-cua/tiep-nhan", Permission.ReceiveDossiers, ["", "Decline", "Ask"]),
        ("quan-tri/mot-cua/ho-so/{id:long}", Permission.ReadDossiers, [""]),
        ("quan-tri/mot-cua/lien-thong", Permission.HandleDossiers, ["Take", "Answer"]),
        ("quan-tri/mot-cua/dich-vu", Permission.ManageSite, ["Copy"]), ("quan-tri/mot-cua/dich-vu/{id:long}", Permission.ManageSite, [""]),
        ("quan-tri/nguoi-dung/{id}", Permission.ManageSite, ["", "Remove", "Reset"]),
        ("quan-tri/nguoi-dung/moi", Permission.ManageSite, [""]),
        ("quan-tri/nguoi-dung", Permission.ManageSite, ["Resend", "Withdraw"]),
        ("quan-tri/xep-hang", Permission.ManageSite, [""]), ("quan-tri/xep-hang/{id:long}", Permission.ManageSite, ["Move"]),
        ("quan-tri/xep-hang/{id:long}/don-vi/{number:int}", Permission.Publish, [""]),
        ("quan-tri/khao-sat/{id:long}", Permission.Write, [""]), ("quan-tri/khao-sat/{id:long}", Permission.Publish, ["Send", "Object"]),
        .. Forms.SelectMany(path => new[] { $"quan-tri/{path}/{{id:long}}", $"quan-tri/{path}/moi" }).SelectMany(page => new[] { (page, Permission.Write, new[] { "", "Submit", "Rows" }), (page, Permission.Publish, ["Publish"]) }),
        .. OfEditor.Select(name => ($"quan-tri/soan-thao/{name}", Permission.Write, new[] { "" })),
    ];

    // Nobody's or one's own alone: they name no site's things, or prove by a secret whose they are. Their own tests say how.
    private static readonly string[] Personal =
    [
        "dang-nhap", "dang-nhap/khoa", "dang-nhap/khoa?Options", "dang-nhap/mat-khau-moi/{link}", "dang-nhap/quen-mat-khau", "dang-nhap/xac-thuc", "dang-xuat", "kiem-tra-chu-ky", "tim-kiem/da-mo", "loi/{code:int}", "moi/{link}",
        "tra-cuu", "tra-cuu?Rate", "tai-khoan?Name", "tai-khoan?Password", "tai-khoan?SignOut", "tai-khoan?SignOutOthers", "tai-khoan?Unlink", "gop-y", "hoi-dap/gui", "hoi-dap/theo-doi", "hoi-dap/theo-doi?More", "huu-ich", "huu-ich?Missing", "lay-y-kien/{slug}/gop-y", "su-kien/{slug}/dang-ky",
        "tai-khoan/khoa?Add", "tai-khoan/khoa?Options", "tai-khoan/khoa?Remove", "tai-khoan/khoa?Rename", "tai-khoan/xac-thuc?Off", "tai-khoan/xac-thuc?On", "tai-khoan/xac-thuc?Renew",
    ];

    private static IEnumerable<(string Page, string Handler, string Permission)> Posts => Pages.SelectMany(page => page.Handlers.Select(handler => (page.Page, handler, page.Permission)));

    [Fact]
    public async Task Every_handler_of_the_product_is_in_the_table()
    {
        var known = Posts.Select(post => $"{post.Page}?{post.Handler}".TrimEnd('?')).Concat(Personal).ToArray();
        var handlers = await HandlersAsync();

        Assert.Empty(handlers.Except(known));
        Assert.Empty(known.Except(handlers));
    }

    [Fact]
    public async Task A_valid_token_takes_nobody_further_than_their_role()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var item = await a.ItemAsync(await a.PublishArticleAsync("Bài của xã bên này"));
        var roles = new Dictionary<Role, Caller>();
        foreach (var role in new[] { Role.Auditor, Role.Author, Role.Reviewer, Role.Publisher, Role.Clerk, Role.Officer, Role.Signatory, Role.SiteAdministrator })
        {
            roles[role] = await Caller.OfAsync(await a.SignInAsAsync(role), "/tai-khoan");
        }

        var (nobody, stranger) = (await Caller.OfAsync(Portal.NewVisitor(), "/dang-nhap"), await Caller.OfAsync(await b.SignInAsAsync(Role.SiteAdministrator), "/tai-khoan"));
        KeyValuePair<string, string>[] fields = [new("Act", "Delete"), new("Chosen", $"{item.Id}"), new("id", $"{item.Id}")];
        var before = await TracesAsync(a);
        foreach (var (page, handler, permission) in Posts)
        {
            foreach (var (role, caller) in roles.Where(known => !Permission.Roles[permission].Contains(known.Key)))
            {
                var answer = await caller.PostAsync($"{a.Root}/{Filled(page, item.Id)}", handler, fields);
                Assert.True(IsForbidden(answer), $"{page}?{handler} answers {(int)answer.Status} to {answer.Location} to {role}");
            }

            var intrusion = await stranger.PostAsync($"{a.Root}/{Filled(page, item.Id)}", handler, fields);
            Assert.True(IsForbidden(intrusion), $"{page}?{handler} answers {(int)intrusion.Status} to a stranger");
            var visit = await nobody.PostAsync($"{a.Root}/{Filled(page, item.Id)}", handler, fields);
            Assert.True(IsSentToSignIn(visit), $"{page}?{handler} answers {(int)visit.Status} to nobody");
        }

        Assert.Equal(before, await TracesAsync(a));
    }

    [Fact]
    public async Task Numbers_of_another_site_do_nothing_on_ones_own()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var theirs = await ForeignThings.OfAsync(a);
        var caller = await Caller.OfAsync(await b.SignInAsAsync(Role.SiteAdministrator), "/tai-khoan");
        var before = await TracesAsync(a);
        foreach (var (page, handler, _) in Posts.Where(post => post.Permission != Permission.ManagePortal))
        {
            foreach (var (id, isInQuery) in theirs.Ids.SelectMany(id => new[] { (id, false), (id, true) }))
            {
                var filled = page.Replace("{id}", theirs.Person, StringComparison.Ordinal);
                var answer = await caller.PostAsync($"{b.Root}/{Filled(filled, id)}", handler, theirs.Fields(id), id, isInQuery);
                Assert.False(answer.Text.Contains(Secret, StringComparison.Ordinal), $"{page}?{handler} shows what belongs to another site");
                Assert.True((int)answer.Status < 500, $"{page}?{handler} answers {(int)answer.Status}");
                Assert.False(page.Contains("{id", StringComparison.Ordinal) && answer.Status != HttpStatusCode.NotFound, $"{page}?{handler} answers {(int)answer.Status} for another site's number");
            }
        }

        Assert.Equal(before, await TracesAsync(a));
    }

    [Fact]
    public async Task Numbers_in_a_query_take_nobody_further_than_their_role()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var theirs = await ForeignThings.OfAsync(a);
        var callers = new List<(string Who, Role? Role, TestSite Site, Caller Caller)> { ("nobody", null, a, await Caller.OfAsync(Portal.NewVisitor(), "/dang-nhap")) };
        foreach (var role in new[] { Role.Auditor, Role.Author, Role.Reviewer, Role.Publisher })
        {
            callers.Add(($"{role} of the site", role, a, await Caller.OfAsync(await a.SignInAsAsync(role), "/tai-khoan")));
            callers.Add(($"{role} of another", role, b, await Caller.OfAsync(await b.SignInAsAsync(role), "/tai-khoan")));
        }

        var before = await TracesAsync(a);
        foreach (var (page, handler, permission) in Posts)
        {
            // On their own site those who may do it do so to nothing of theirs; on the other, and for the rest, nothing is done at all.
            foreach (var (who, role, site, caller) in callers.Where(one => one.Site == b || one.Role is null || !Permission.Roles[permission].Contains(one.Role.Value)))
            {
                var filled = page.Replace("{id}", theirs.Person, StringComparison.Ordinal);
                var answer = await caller.PostAsync($"{site.Root}/{Filled(filled, theirs.Item.Id)}", handler, theirs.Fields(theirs.Item.Id), theirs.Item.Id, isInQuery: true);
                Assert.False(answer.Text.Contains(Secret, StringComparison.Ordinal), $"{page}?{handler} shows {who} what is not theirs");
                Assert.True((int)answer.Status < 500, $"{page}?{handler} answers {(int)answer.Status} to {who}");
                Assert.True(site == b || (role is null ? IsSentToSignIn(answer) : IsForbidden(answer)), $"{page}?{handler} answers {(int)answer.Status} to {who}");
            }
        }

        Assert.Equal(before, await TracesAsync(a));
    }

    private static bool IsSentToSignIn(Answer answer) => answer.Status == HttpStatusCode.Unauthorized || answer.Location?.Contains("/dang-nhap?", StringComparison.Ordinal) == true;

    private static bool IsForbidden(Answer answer) => answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || answer.Location?.Contains("/dang-nhap/khong-co-quyen", StringComparison.Ordinal) == true;

    private static string Filled(string pattern, long id) => string.Join('/', pattern.Split('/').Select(segment => !segment.StartsWith('{') ? segment
        : segment.StartsWith("{id", StringComparison.Ordinal) ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "1"));

    /// <summary>All that a site would remember of an act: its log, and how its things stand.</summary>
    private async Task<string> TracesAsync(TestSite site)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var id = site.Tenant.Id;
        return JsonSerializer.Serialize(new
        {
            Acts = await db.Audit.CountAsync(entry => entry.TenantId == id && !EF.Functions.Like(entry.Act, "people.sign-%")),
            Items = await db.Items.OrderBy(i => i.Id).Select(i => new { i.Id, i.State, i.Revision, i.LatestVersion, i.UpdatedAt }).ToListAsync(),
            Files = await db.Files.OrderBy(f => f.Id).Select(f => new { f.Id, f.Title, f.DeletedAt }).ToListAsync(),
            Locks = await db.WritingLocks.CountAsync(),
            Autosaves = await db.Autosaves.CountAsync(),
            Remarks = await db.Remarks.CountAsync(),
            Invitations = await db.Invitations.OrderBy(i => i.Id).Select(i => new { i.Id, i.SentAt, i.LinkHash }).ToListAsync(),
            People = await db.Memberships.CountAsync(m => m.TenantId == id),
            site.Tenant.Settings,
        });
    }

    private async Task<string[]> HandlersAsync()
    {
        var pages = Portal.Services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var endpoint in Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                found.AddRange((await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => $"{pattern}?{handler.Name}".TrimEnd('?')));
            }
            else if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains("POST"))
            {
                found.Add(pattern);
            }
        }

        return [.. found.Distinct()];
    }
}

public sealed class NeighbourPostsOnSqliteTests(SqlitePortal portal) : NeighbourPostsTests(portal);

public sealed class NeighbourPostsOnPostgresTests(PostgresPortal portal) : NeighbourPostsTests(portal);
