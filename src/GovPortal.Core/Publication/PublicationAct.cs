namespace GovPortal.Core.Publication;

/// <summary>An act that changes what the public sees, as it stands in the publication log.</summary>
public enum PublicationAct
{
    Published,
    Corrected,
    Withdrawn,
    Expired,
    Archived,

    /// <summary>The words of a file that a public item links to became known: readers see what they saw, search finds it by more.</summary>
    FileRead,

    /// <summary>The site calls the category or field of a public item otherwise: its text stays, lists, filters and search say the new name.</summary>
    TermsRenamed,

    /// <summary>The site itself was opened, changed, switched on or off; the entry names no item.</summary>
    SiteChanged,

    /// <summary>A backup took the place of everything; the entry names neither site nor item, and whatever was derived is to be made anew.</summary>
    Restored,
}
