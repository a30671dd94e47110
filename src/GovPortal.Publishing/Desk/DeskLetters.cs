using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>Tells people by letter what waits for them at the desk. Nobody is told of what they did themselves, or who wants no letters.</summary>
public sealed class DeskLetters(Outbox outbox, LettersLinks links, Texts texts)
{
    private static readonly Role[] Approvers = [.. Permission.Roles[Permission.Publish]];

    private static readonly Role[] Reviewers = [.. Permission.Roles[Permission.Review]];

    /// <summary>Posts with what the caller is about to save. Call <see cref="Wake"/> afterwards.</summary>
    /// <param name="writer">Who submitted the draft, as it stood before the act.</param>
    public async Task AddAsync(PortalDb db, Tenant tenant, WorkflowAction act, ContentItem item, Guid? by, Guid? writer, string? reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(item);
        var told = act switch
        {
            WorkflowAction.Submit => HoldersOf(db, tenant, Reviewers),
            WorkflowAction.PublishUrgently => ApproversOf(db, tenant),
            WorkflowAction.SendBack or WorkflowAction.Publish or WorkflowAction.GoLive when writer is not null => db.Users.Where(p => p.Id == writer),
            _ => null,
        };
        if (told is not null)
        {
            await PostAsync(db, tenant, act.ToString().ToLowerInvariant(), item, told.Where(p => p.Id != by), by, reason, ct);
        }
    }

    /// <summary>Reminds those who look after an item that the day has come to see whether it still holds.</summary>
    public async Task RemindAsync(PortalDb db, Tenant tenant, ContentItem item, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(item);
        var owners = db.Users.Where(p => p.Id == item.OwnerId && db.Set<Membership>().Any(m => m.TenantId == tenant.Id && m.PersonId == p.Id));
        await PostAsync(db, tenant, "review", item, ApproversOf(db, tenant).Union(owners), by: null, reason: null, ct);
    }

    public void Wake() => outbox.Wake();

    private static IQueryable<Person> ApproversOf(PortalDb db, Tenant tenant) => HoldersOf(db, tenant, Approvers);

    private static IQueryable<Person> HoldersOf(PortalDb db, Tenant tenant, Role[] roles) =>
        db.Users.Where(p => db.Set<Membership>().Any(m => m.TenantId == tenant.Id && m.PersonId == p.Id && roles.Contains(m.Role)));

    private async Task PostAsync(PortalDb db, Tenant tenant, string letter, ContentItem item, IQueryable<Person> to, Guid? by, string? reason, CancellationToken ct)
    {
        var people = await to.Where(p => p.Email != null && p.WantsLetters).Select(p => new { p.Name, p.Email, p.Language }).ToListAsync(ct);
        if (people.Count == 0)
        {
            return;
        }

        var actor = by is null ? null : await db.Users.Where(p => p.Id == by).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var path = string.Create(CultureInfo.InvariantCulture, $"/quan-tri/muc/{item.Id}");
        foreach (var person in people)
        {
            var title = tenant.TitleIn(person.Language);
            outbox.Add(db, new Letter(person.Email!, texts.Filled(person.Language, $"content.mail.{letter}.subject", item.Title),
                texts.Filled(person.Language, $"content.mail.{letter}.text", person.Name, item.Title, title, actor ?? title, reason, links.To(tenant, path, person.Language))));
        }
    }
}
