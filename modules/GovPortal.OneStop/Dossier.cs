using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.OneStop;

/// <summary>Who hands a dossier in (LoaiDoiTuong of the national system).</summary>
public enum ApplicantKind
{
    Citizen = 0,
    Company = 1,
    Household = 2,
}

/// <summary>How a dossier comes in (KenhThucHien of the national system).</summary>
public enum Channel
{
    Direct = 1,
    Online = 2,
    Postal = 3,
}

/// <summary>A dossier that a citizen handed in. What its steps decide stands in <see cref="State"/>.</summary>
[Carried(Carrying.Backup)]
public sealed class Dossier : ISiteRow
{
    public long Id { get; set; }

    /// <summary>The site whose agency received it.</summary>
    public int TenantId { get; set; }

    /// <summary>For example <c>H05.21-261129-0001</c>; null until it is accepted.</summary>
    public string? Code { get; set; }

    /// <summary>The version of the service it began with, whatever was changed since.</summary>
    public long ServiceId { get; set; }
    public required string ServiceCode { get; set; }
    public required string ServiceName { get; set; }
    public string Field { get; set; } = "";
    public ApplicantKind Kind { get; set; }
    public required string ApplicantName { get; set; }

    /// <summary>The name in small letters without diacritics, to be found by.</summary>
    public required string ApplicantWords { get; set; }

    /// <summary><see cref="PersonalData"/>, sealed with the installation's keys.</summary>
    public required string SealedPersonal { get; set; }

    /// <summary>Keyed prints of the identity number and the telephone number, to be found by without being read; null where none was given.</summary>
    public string? IdentityPrint { get; set; }
    public string? PhonePrint { get; set; }

    /// <summary>The secret on the receipt, sealed; it is printed again when the receipt is.</summary>
    public required string SealedSecret { get; set; }

    /// <summary>Which consent the applicant gave, and when.</summary>
    public required string ConsentVersion { get; set; }
    public Channel Channel { get; set; }

    /// <summary>Names of the papers that were handed in, one a line.</summary>
    public string Papers { get; set; } = "";

    /// <summary>Taken in Vietnamese đồng.</summary>
    public decimal Fee { get; set; }
    public DateTimeOffset EnteredAt { get; set; }

    public LocalState Local { get; set; }
    public NationalStatus Status { get; set; }
    public string Unit { get; set; } = "";
    public Guid? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public int Supplements { get; set; }
    public DateTimeOffset? SupplementAskedAt { get; set; }
    public int Extensions { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public DateTimeOffset? ReturnedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Somebody else than who took the last step has opened it since: it cannot be rolled back any more.</summary>
    public bool IsSeenSince { get; set; }

    /// <summary>Counts steps; one taken from an older state is refused.</summary>
    public int Revision { get; set; }

    public DossierState State
    {
        get => new()
        {
            Local = Local,
            Unit = Unit,
            AssigneeId = AssigneeId,
            AssigneeName = AssigneeName,
            AcceptedAt = AcceptedAt,
            DueAt = DueAt,
            PausedAt = PausedAt,
            Supplements = Supplements,
            SupplementAskedAt = SupplementAskedAt,
            Extensions = Extensions,
            DoneAt = DoneAt,
            ReturnedAt = ReturnedAt,
            ClosedAt = ClosedAt,
        };
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (Local, Status, Unit, AssigneeId, AssigneeName) = (value.Local, value.Status, value.Unit, value.AssigneeId, value.AssigneeName);
            (AcceptedAt, DueAt, PausedAt) = (value.AcceptedAt, value.DueAt, value.PausedAt);
            (Supplements, SupplementAskedAt, Extensions) = (value.Supplements, value.SupplementAskedAt, value.Extensions);
            (DoneAt, ReturnedAt, ClosedAt) = (value.DoneAt, value.ReturnedAt, value.ClosedAt);
        }
    }
}

/// <summary>One step of a dossier. Never changed or removed once written.</summary>
[Carried(Carrying.Backup)]
public sealed class DossierStep : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public long DossierId { get; set; }

    /// <summary>From 1, without a gap.</summary>
    public int Number { get; set; }
    public DossierAct Act { get; set; }
    public LocalState From { get; set; }
    public LocalState To { get; set; }

    /// <summary>Null when the portal did it by itself.</summary>
    public Guid? ActorId { get; set; }
    public required string ActorName { get; set; }
    public string FromUnit { get; set; } = "";
    public string ToUnit { get; set; } = "";
    public Guid? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What is promised after it.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public string? Note { get; set; }

    public StepFacts Facts => new(Act, At, DueAt, ToUnit, AssigneeId, AssigneeName);
}

/// <summary>What a citizen thought of it, once for a dossier.</summary>
[Carried(Carrying.Backup)]
public sealed class DossierVote : ISiteRow
{
    public long DossierId { get; set; }
    public int TenantId { get; set; }

    /// <summary>1 to 5; from 3 on it counts as content.</summary>
    public int Stars { get; set; }
    public string? Remark { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>The last number that was given to a dossier on a day.</summary>
[Carried(Carrying.Backup)]
public sealed class DossierNumber : ISiteRow
{
    public int TenantId { get; set; }
    public DateOnly Day { get; set; }
    public int Last { get; set; }
}
