namespace GovPortal.Core.Content;

/// <summary>Where an item stands in its life.</summary>
public enum ContentState
{
    /// <summary>Never public so far.</summary>
    Draft,

    /// <summary>Public; a newer draft may wait behind the live version.</summary>
    Published,

    /// <summary>Taken back: the address still answers, with a notice instead of the text.</summary>
    Withdrawn,
}
