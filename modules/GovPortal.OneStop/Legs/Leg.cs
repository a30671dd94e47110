using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.OneStop.Legs;

/// <summary>A question that an agency asks another while it works on a dossier (liên thông), as the asking agency keeps it.</summary>
[Carried(Carrying.Backup)]
public sealed class Leg : ISiteRow
{
    public Guid Id { get; set; }

    /// <summary>The site that asks.</summary>
    public int TenantId { get; set; }
    public long DossierId { get; set; }
    public int ToTenantId { get; set; }
    public required string ToName { get; set; }
    public required string Question { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset SentAt { get; set; }

    /// <summary>Null while it is waited for.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
}

/// <summary>The same question as the agency that is asked sees it: only this, and not the dossier.</summary>
[Carried(Carrying.Backup)]
public sealed class LegTask : ISiteRow
{
    /// <summary>Number of the <see cref="Leg"/>: a request that comes twice is the same.</summary>
    public Guid Id { get; set; }

    /// <summary>The site that is asked.</summary>
    public int TenantId { get; set; }
    public int FromTenantId { get; set; }
    public required string FromName { get; set; }
    public required string DossierCode { get; set; }
    public required string ServiceName { get; set; }
    public required string Question { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public Guid? AssigneeId { get; set; }
    public string? AssigneeName { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? Answer { get; set; }
}

/// <summary>A request or an answer on its way to another site. Gone once it was taken there.</summary>
[Carried(Carrying.Backup)]
public sealed class LegMessage : ISiteRow
{
    public Guid Id { get; set; }

    /// <summary>The site that sends.</summary>
    public int TenantId { get; set; }
    public int ToTenantId { get; set; }

    /// <summary>True for an answer, false for a request.</summary>
    public bool IsAnswer { get; set; }

    /// <summary><see cref="LegRequest"/> or <see cref="LegAnswer"/> as JSON.</summary>
    public required string Body { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextTryAt { get; set; }
    public int Tries { get; set; }
}

/// <summary>What an agency is told of a question.</summary>
public sealed record LegRequest(Guid LegId, string FromName, string DossierCode, string ServiceName, string Question, DateTimeOffset DueAt);

/// <summary>What comes back.</summary>
public sealed record LegAnswer(Guid LegId, string Answer, string AnsweredBy, DateTimeOffset AnsweredAt);
