namespace GovPortal.Core.Content;

/// <summary>An act that changes what the public sees, as it stands in the publication log.</summary>
public enum PublicationAct
{
    Published,
    Corrected,
    Withdrawn,

    /// <summary>The site itself was opened, changed, switched on or off; the entry names no item.</summary>
    SiteChanged,
}

/// <summary>The transition table: the only place that knows which act is allowed in which state.</summary>
public static class Workflow
{
    /// <summary>Publishing a live item again is a correction; publishing a withdrawn one makes it public anew.</summary>
    public static PublicationAct ActOfPublishing(ContentState state) =>
        state == ContentState.Published ? PublicationAct.Corrected : PublicationAct.Published;

    public static Refusal? MayWithdraw(ContentState state, string? notice)
    {
        if (state != ContentState.Published)
        {
            return new Refusal("content.withdraw.not-live");
        }

        // A reader who followed a link must learn why the text is gone.
        return string.IsNullOrWhiteSpace(notice) ? new Refusal("content.withdraw.no-notice", "Notice") : null;
    }
}
