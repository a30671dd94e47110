using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Feedback;

/// <summary>What somebody writes to an agency for.</summary>
public enum EnquiryKind
{
    /// <summary>Asks something (hỏi đáp).</summary>
    Question,

    /// <summary>Says what could be better (góp ý).</summary>
    Opinion,

    /// <summary>Tells of something wrong (phản ánh, kiến nghị).</summary>
    Report,

    /// <summary>Asks for information the agency holds (Luật Tiếp cận thông tin 104/2016/QH13).</summary>
    Information,
}

/// <summary>Where an enquiry stands.</summary>
public enum EnquiryState
{
    Received,
    Assigned,

    /// <summary>Whoever asked is to say more; the clock stands still.</summary>
    AwaitingMore,
    Answered,
    Refused,

    /// <summary>Another agency has it now.</summary>
    Forwarded,
}

/// <summary>What somebody asked of an agency without an account. What its steps decide stands beside it, for lists.</summary>
[Carried(Carrying.Backup)]
public sealed class Enquiry : ISiteRow
{
    public long Id { get; set; }

    /// <summary>The site whose agency has it.</summary>
    public int TenantId { get; set; }

    /// <summary>For example <c>HD-261130-K7M3QX</c>; the same with every agency it was sent on to.</summary>
    public required string Code { get; set; }

    /// <summary>Name of the form it came by: one that is sent twice is taken once.</summary>
    public required string FormName { get; set; }
    public EnquiryKind Kind { get; set; }

    /// <summary><see cref="EnquiryContact"/>, sealed with the installation's keys.</summary>
    public required string SealedContact { get; set; }

    /// <summary>The secret it is followed by, sealed.</summary>
    public required string SealedSecret { get; set; }

    /// <summary>Which words of consent were agreed to.</summary>
    public required string ConsentVersion { get; set; }

    /// <summary>Language of who asks: letters come in it.</summary>
    public required string Language { get; set; }
    public required string Subject { get; set; }
    public required string Text { get; set; }

    /// <summary>What it is about, as chosen from the site's fields; null where nothing was.</summary>
    public string? Field { get; set; }

    /// <summary>When this agency got it.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The agency that sent it on; null for what came to this one first.</summary>
    public string? FromName { get; set; }
    public EnquiryState State { get; set; }
    public Guid? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }

    /// <summary>Frozen when it was received; null while the calendar of a year it reaches is not announced.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The text of law that <see cref="DueAt"/> rests on.</summary>
    public string? DueCitation { get; set; }

    /// <summary>Until when it may be refused or sent back as incomplete; null where no rule says so.</summary>
    public DateTimeOffset? RefuseBy { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Answer { get; set; }

    /// <summary>Until when question and answer are to be published; null before the answer.</summary>
    public DateTimeOffset? PublishBy { get; set; }

    /// <summary>The item that shows question and answer to everybody; null while there is none.</summary>
    public long? ItemId { get; set; }

    /// <summary>The site that has it now.</summary>
    public int? ForwardedTo { get; set; }

    /// <summary>Counts steps; one taken from an older state is refused.</summary>
    public int Revision { get; set; }

    public bool IsEnded => State is EnquiryState.Answered or EnquiryState.Refused or EnquiryState.Forwarded;
}

/// <summary>One step of an enquiry. Never changed or removed once written.</summary>
[Carried(Carrying.Backup)]
public sealed class EnquiryStep : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public long EnquiryId { get; set; }

    /// <summary>From 1, without a gap.</summary>
    public int Number { get; set; }
    public EnquiryAct Act { get; set; }

    /// <summary>Null where the portal or who asked did it.</summary>
    public Guid? ActorId { get; set; }
    public string? ActorName { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What is promised after it.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>A reason or an answer, which whoever asked reads; of <see cref="EnquiryAct.Assign"/> the person, of <see cref="EnquiryAct.Forward"/> the agency.</summary>
    public string? Note { get; set; }
}
