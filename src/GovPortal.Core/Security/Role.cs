namespace GovPortal.Core.Security;

/// <summary>What a person is on a site. A portal administrator's rights reach every site.</summary>
public enum Role
{
    Author,
    Reviewer,
    Publisher,
    SiteAdministrator,
    PortalAdministrator,
    Auditor,
}
