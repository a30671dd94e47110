namespace GovPortal.Consultations;

/// <summary>What is drafted: it decides how long opinions must be taken.</summary>
public enum DraftKind
{
    /// <summary>A legal document (văn bản quy phạm pháp luật): the law sets a least time.</summary>
    Legal,

    /// <summary>A scheme, a plan, a service: the agency chooses the time.</summary>
    Other,
}

/// <summary>Where a consultation stands on a day.</summary>
public enum ConsultationStage
{
    Coming,
    Open,
    Closed,

    /// <summary>Closed, and the agency has said what became of the opinions.</summary>
    Answered,
}

/// <summary>A draft that opinions are taken of, from day to day.</summary>
public sealed record Consultation
{
    public required string Title { get; init; }
    public DraftKind Kind { get; init; }

    /// <summary>The agency that drafts, as people call it.</summary>
    public required string Drafter { get; init; }

    /// <summary>Why it is drafted and what the agency would like to know; plain text with its lines.</summary>
    public string? Introduction { get; init; }

    /// <summary>First day on which opinions are taken.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last such day, the whole of it.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>Why the time is shorter than the law's: the decision on a shortened procedure. Null for the usual time.</summary>
    public string? UrgentReason { get; init; }

    public IReadOnlyList<DraftSection> Sections { get; init; } = [];
    public IReadOnlyList<DraftFile> Files { get; init; } = [];

    /// <summary>What became of the opinions as a whole; null until it is said.</summary>
    public string? Outcome { get; init; }

    public ConsultationStage StageOn(DateOnly today) => Stage(OpensOn, ClosesOn, Outcome is not null, today);

    internal static ConsultationStage Stage(DateOnly opensOn, DateOnly closesOn, bool isAnswered, DateOnly today) =>
        today < opensOn ? ConsultationStage.Coming : today <= closesOn ? ConsultationStage.Open : isAnswered ? ConsultationStage.Answered : ConsultationStage.Closed;
}

/// <summary>A part of a draft that can be spoken of by itself.</summary>
/// <param name="Id">Stays the same when the draft is corrected, for example <c>p3</c>; also its mark in the page's address.</param>
/// <param name="Text">Plain text with its lines.</param>
public sealed record DraftSection(string Id, string Heading, string Text);

/// <summary>A file that belongs to the draft.</summary>
/// <param name="Url">Below the site's root, or with its scheme.</param>
public sealed record DraftFile(string Name, string Url);
