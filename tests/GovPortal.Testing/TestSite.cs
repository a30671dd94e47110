using GovPortal.Core.Checking;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Import;
using GovPortal.Publishing.Publication;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Users;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Testing;

/// <summary>A site as tests speak of it: what people do on it and see of it.</summary>
public sealed class TestSite(PortalFixture portal, string name)
{
    public const string Password = "mat-khau-thu-nghiem";

    public string Name => name;

    public PortalFixture Portal => portal;

    public Tenant Tenant => portal.Services.GetRequiredService<TenantDirectory>().FindByName(name)!;

    /// <summary>Address of the site's root on the portal's host; empty for the portal's own site.</summary>
    public string Root => name == Tenant.PortalName ? "" : $"/{name}";

    public SiteRegister Register => portal.Services.GetRequiredService<SiteRegister>();

    private PublishingDesk Desk => portal.Services.GetRequiredService<PublishingDeskOf>()(Tenant);

    /// <summary>Asks for a page of the site as a visitor without a session.</summary>
    public Task<Answer> VisitAsync(string path) => portal.NewVisitor().GetAsync(Root + path);

    public async Task<long> DraftAsync(object body, string? slug = null)
    {
        var saved = await Desk.SaveDraftAsync(null, body, null, slug, null, CancellationToken.None);
        return saved.IsSaved ? saved.Id : throw new InvalidOperationException(string.Join(", ", saved.Refusals));
    }

    /// <summary>Publishes something new and says its number.</summary>
    public async Task<long> PublishAsync(object body, string? slug = null)
    {
        var id = await DraftAsync(body, slug);
        Insist(await Desk.PublishAsync(id, null, null, CancellationToken.None));
        return id;
    }

    public Task<long> PublishArticleAsync(string title, string body = "<p>Nội dung của bài.</p>", string? slug = null) =>
        PublishAsync(new Article { Title = title, Summary = "Tóm tắt: " + title, Body = body, Category = "thong-bao", CategoryLabel = "Thông báo" }, slug);

    /// <summary>Saves a new version of something public and makes it live.</summary>
    public async Task CorrectAsync(long id, object body, string? note = null, string? slug = null)
    {
        var saved = await Desk.SaveDraftAsync(id, body, (await ItemAsync(id)).Revision, slug, null, CancellationToken.None);
        Insist(saved.Refusals.Count == 0 ? null : saved.Refusals[0]);
        Insist(await Desk.PublishAsync(id, note, null, CancellationToken.None));
    }

    public Task<Refusal?> PublishAgainAsync(long id) => Desk.PublishAsync(id, null, null, CancellationToken.None);

    public Task<SaveResult> SaveAsync(long id, object body, int revision, string? slug = null) => Desk.SaveDraftAsync(id, body, revision, slug, null, CancellationToken.None);

    public Task<Refusal?> WithdrawAsync(long id, string? notice) => Desk.WithdrawAsync(id, notice, null, CancellationToken.None);

    public Task<Refusal?> ArchiveAsync(long id) => Desk.ArchiveAsync(id, null, CancellationToken.None);

    public async Task<ContentItem> ItemAsync(long id)
    {
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(Tenant);
        return await db.Items.AsNoTracking().SingleAsync(i => i.Id == id);
    }

    /// <summary>The newest version of an item, draft or not.</summary>
    public async Task<TBody> NewestAsync<TBody>(long id) where TBody : class =>
        await ActivatorUtilities.CreateInstance<DeskContent>(portal.Services, Tenant).FindNewestAsync<TBody>(id, CancellationToken.None) ?? throw new InvalidOperationException($"{name} has no {typeof(TBody).Name} {id}");

    /// <summary>Keeps a file of the site.</summary>
    /// <returns>Its address below the site's root.</returns>
    public async Task<string> StoreFileAsync(string text, string fileName, string mediaType)
    {
        var files = portal.Services.GetRequiredService<SiteFilesOf>()(Tenant);
        return SiteFiles.PathOf(await files.StoreAsync(System.Text.Encoding.UTF8.GetBytes(text), fileName, mediaType, CancellationToken.None));
    }

    /// <summary>Publishes an item that links to files, so that everybody may read them.</summary>
    /// <param name="paths">Below the site's root.</param>
    public Task<long> ShowAsync(params IEnumerable<string> paths) =>
        PublishAsync(new Article { Title = $"Tệp kèm theo {Guid.NewGuid():n}", Body = string.Concat(paths.Select(path => $"<p><a href=\"{path}\">Tệp</a></p>")) });

    /// <summary>Switches the site's modules; there is no page for it yet.</summary>
    public async Task SwitchModulesAsync(params string[] modules)
    {
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        var row = await db.Tenants.SingleAsync(t => t.Name == name);
        row.Modules = string.Join(' ', modules);
        await portal.Services.GetRequiredService<PublicationLog>().AppendSiteChangeAsync(db, row, portal.Clock.GetUtcNow(), CancellationToken.None);
        await portal.Services.GetRequiredService<TenantDirectory>().ReloadAsync(CancellationToken.None);
    }

    /// <summary>What the publication log says of the site's content, in order.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAsync()
    {
        var entries = await portal.Services.GetRequiredService<PublicationLog>().ReadAfterAsync(0, int.MaxValue, CancellationToken.None);
        return [.. entries.Where(e => e.TenantId == Tenant.Id && e.ItemId != 0)];
    }

    /// <summary>Imports lines onto this site.</summary>
    public Task<ImportReport> ImportAsync(string what, params IEnumerable<string> lines) => portal.ImportAsync(what, Tenant, lines);

    /// <summary>Takes in a person who signs in with <see cref="Password"/>.</summary>
    /// <returns>The name they sign in with.</returns>
    public async Task<string> TakeInAsync(Role role)
    {
        var email = $"{role.ToString().ToLowerInvariant()}.{Guid.NewGuid():n}@example.vn";
        await using var scope = portal.Services.CreateAsyncScope();
        var (_, refusals) = await scope.ServiceProvider.GetRequiredService<UserAccounts>().TakeInAsync(email, "Nguyễn Thị Ánh", Password, name, role, CancellationToken.None);
        Insist(refusals.Count == 0 ? null : refusals[0]);
        return email;
    }

    /// <summary>Shuts a person's door, as too many wrong codes of a second factor do.</summary>
    public async Task LockOutAsync(string email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await people.SetLockoutEndDateAsync((await people.FindByNameAsync(email))!, DateTimeOffset.MaxValue);
    }

    /// <summary>A session of a new person with a role on the site.</summary>
    public async Task<Visitor> SignInAsAsync(Role role)
    {
        var visitor = portal.NewVisitor();
        await visitor.SignInAsync(await TakeInAsync(role), Password);
        return visitor;
    }

    /// <summary>Waits until the search page of the site finds a title by words.</summary>
    public Task IsFoundAsync(string words, string title) =>
        Eventually.BecomesTrueAsync($"“{words}” finds “{title}” on {name}", async () => (await SearchAsync(words)).Text.Contains(title, StringComparison.Ordinal));

    public Task IsGoneAsync(string words, string title) =>
        Eventually.BecomesTrueAsync($"“{words}” no longer finds “{title}” on {name}", async () => !(await SearchAsync(words)).Text.Contains(title, StringComparison.Ordinal));

    public Task<Answer> SearchAsync(string words) => VisitAsync("/api/v1/search" + new QueryWriter().Add("q", words));

    private static void Insist(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.ToString());
        }
    }
}
