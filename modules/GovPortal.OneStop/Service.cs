using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Storage;

namespace GovPortal.OneStop;

/// <summary>One version of a procedure that an agency takes dossiers for. A new version is a new row; running dossiers keep theirs.</summary>
public sealed class Service : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>National code of the procedure.</summary>
    public required string Code { get; set; }
    public int Version { get; set; }
    public required string Name { get; set; }
    public string Field { get; set; } = "";

    /// <summary><see cref="ServiceTerms"/> as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>The version new dossiers begin with.</summary>
    public bool IsCurrent { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    public ServiceTerms Terms => BodyJson.Read<ServiceTerms>(Body);
}

/// <summary>What an agency promises and asks for.</summary>
public sealed record ServiceTerms
{
    /// <summary>Working days from reception to result; null where hours say it, or nothing is promised.</summary>
    public int? Days { get; init; }
    public decimal? Hours { get; init; }

    /// <summary>In Vietnamese đồng.</summary>
    public decimal Fee { get; init; }
    public IReadOnlyList<ServicePaper> Papers { get; init; } = [];

    /// <summary>Units it goes through, in their order.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
    public string? Result { get; init; }

    /// <summary>Null where nothing is promised.</summary>
    public TimeLimit? Limit => Days is { } days ? TimeLimit.OfDays(days) : Hours is { } hours ? TimeLimit.OfHours(hours) : null;
}

/// <summary>A paper of the dossier.</summary>
public sealed record ServicePaper(string Name, bool IsRequired);
