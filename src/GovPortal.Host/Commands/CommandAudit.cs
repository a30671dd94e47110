using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary>Acts by command stand in the portal's audit log like those in the browser; nobody is named, since a shell knows no person.</summary>
internal static class CommandAudit
{
    /// <param name="act">For example <c>site.on</c>.</param>
    /// <param name="subject">What it was about, in words.</param>
    public static Task NoteAsync(IServiceProvider services, string act, string subject, object? after = null) =>
        services.GetRequiredService<TenantDirectory>().Portal is { } portal
            ? services.GetRequiredService<AuditTrail>().WriteAsync(portal, act, subject, by: null, CancellationToken.None, after: after)
            : Task.CompletedTask;

    /// <summary>Sites that were opened, each with a line of its own.</summary>
    public static async Task OpenedAsync(IServiceProvider services, IReadOnlyCollection<NewSite> opened)
    {
        if (opened.Count == 0 || services.GetRequiredService<TenantDirectory>().Portal is not { } portal)
        {
            return;
        }

        await using var db = services.GetRequiredService<PortalDbFactory>().OpenFor(portal);
        foreach (var site in opened)
        {
            services.GetRequiredService<AuditTrail>().Note(db, portal, "site.open", site.Title, by: null, after: new { site.Name, site.Recipe, site.Host, site.AgencyCode });
        }

        await db.SaveChangesAsync();
    }
}
