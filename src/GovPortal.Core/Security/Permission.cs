namespace GovPortal.Core.Security;

/// <summary>Names of what a person may do, and which roles may. Names are also the names of authorization policies.</summary>
public static class Permission
{
    /// <summary>See the desk of a site.</summary>
    public const string ReadDesk = "content.read";
    public const string Write = "content.write";

    /// <summary>Bring in a category, field, kind or agency that no list has yet; everybody else picks from what exists.</summary>
    public const string CreateTerms = "content.create-terms";

    /// <summary>Comment on a draft and send it back.</summary>
    public const string Review = "content.review";
    public const string Publish = "content.publish";

    /// <summary>Read who did what on a site.</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Change a site's settings.</summary>
    public const string ManageSite = "site.manage";

    /// <summary>Open, enable and disable sites.</summary>
    public const string ManagePortal = "portal.manage";

    /// <summary>See dossiers of the one-stop desk.</summary>
    public const string ReadDossiers = "onestop.read";

    /// <summary>Take dossiers in, and hand results out.</summary>
    public const string ReceiveDossiers = "onestop.receive";

    /// <summary>Work on dossiers.</summary>
    public const string HandleDossiers = "onestop.handle";

    /// <summary>Sign what comes of dossiers.</summary>
    public const string SignDossiers = "onestop.sign";

    /// <summary>See what citizens have written, with who they are, and answer it.</summary>
    public const string AnswerEnquiries = "feedback.answer";

    public static readonly IReadOnlyDictionary<string, IReadOnlySet<Role>> Roles = new Dictionary<string, IReadOnlySet<Role>>
    {
        [ReadDesk] = new HashSet<Role>(Enum.GetValues<Role>()),
        [Write] = new HashSet<Role> { Role.Author, Role.Reviewer, Role.Publisher, Role.SiteAdministrator, Role.PortalAdministrator },
        [CreateTerms] = new HashSet<Role> { Role.Publisher, Role.SiteAdministrator, Role.PortalAdministrator },
        [Review] = new HashSet<Role> { Role.Reviewer, Role.Publisher, Role.SiteAdministrator, Role.PortalAdministrator },
        [Publish] = new HashSet<Role> { Role.Publisher, Role.SiteAdministrator, Role.PortalAdministrator },
        [ReadAudit] = new HashSet<Role> { Role.Auditor, Role.SiteAdministrator, Role.PortalAdministrator },
        [ReadDossiers] = new HashSet<Role> { Role.Clerk, Role.Officer, Role.Signatory, Role.SiteAdministrator, Role.PortalAdministrator },
        [ReceiveDossiers] = new HashSet<Role> { Role.Clerk, Role.SiteAdministrator, Role.PortalAdministrator },
        [HandleDossiers] = new HashSet<Role> { Role.Officer, Role.Signatory, Role.SiteAdministrator, Role.PortalAdministrator },
        [SignDossiers] = new HashSet<Role> { Role.Signatory, Role.SiteAdministrator, Role.PortalAdministrator },
        [AnswerEnquiries] = new HashSet<Role> { Role.Officer, Role.Publisher, Role.SiteAdministrator, Role.PortalAdministrator },
        [ManageSite] = new HashSet<Role> { Role.SiteAdministrator, Role.PortalAdministrator },
        [ManagePortal] = new HashSet<Role> { Role.PortalAdministrator },
    };
}
