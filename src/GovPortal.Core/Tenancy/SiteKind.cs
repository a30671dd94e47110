namespace GovPortal.Core.Tenancy;

/// <summary>What kind of agency a site belongs to. Lists of agencies are grouped by it, in this order.</summary>
public enum SiteKind
{
    Portal,
    Department,
    Ward,
    Commune,
    Unit,
}
