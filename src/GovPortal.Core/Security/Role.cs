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

    /// <summary>Takes dossiers in at the counter and hands results out (cán bộ tiếp nhận và trả kết quả).</summary>
    Clerk,

    /// <summary>Works on dossiers (chuyên viên xử lý).</summary>
    Officer,

    /// <summary>Signs results (lãnh đạo ký duyệt).</summary>
    Signatory,
}
