using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Content;

/// <summary>The intake of a site, for commands and recipes that speak for many.</summary>
public delegate Intake IntakeOf(Tenant tenant);

/// <summary>The publishing desk of a site, for commands and recipes.</summary>
public delegate PublishingDesk PublishingDeskOf(Tenant tenant);

/// <summary>The files of a site, for commands and recipes.</summary>
public delegate SiteFiles SiteFilesOf(Tenant tenant);

/// <summary>How a site is arranged, for recipes.</summary>
public delegate SiteStructure SiteStructureOf(Tenant tenant);

/// <summary>What readers may see of a named site other than the visited one.</summary>
public delegate PublishedContent PublishedContentOf(Tenant tenant);
