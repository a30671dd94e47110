using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.Rankings.Surveying;

/// <summary>How far the survey of a year is. Each stage can only be reached from the one before, or by taking it back to the appraisal.</summary>
public enum SurveyStage
{
    /// <summary>Being prepared by the province; agencies see nothing.</summary>
    Prepared,

    /// <summary>Agencies declare, with evidence.</summary>
    Open,

    /// <summary>The council appraises, and says why where it sets another value.</summary>
    Appraisal,

    /// <summary>Agencies see the result and may object.</summary>
    Objection,

    /// <summary>Settled by one person, waiting for another to publish it.</summary>
    Final,

    Published,
}

/// <summary>The survey of a year: what is asked, until when, and how far it is. A row of the province's site.</summary>
[Carried(Carrying.Backup)] // Names other sites of this installation by their numbers.
public sealed class IndexSurvey : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public int Year { get; set; }
    public string Title { get; set; } = "";
    public string? Basis { get; set; }
    public SurveyStage Stage { get; set; }

    /// <summary>A <see cref="SurveyQuestions"/> as JSON.</summary>
    public string Questions { get; set; } = "";

    /// <summary>Last day on which agencies declare.</summary>
    public DateOnly DeclareBy { get; set; }

    /// <summary>Last day on which they object; null before the objections are opened.</summary>
    public DateOnly? ObjectBy { get; set; }

    /// <summary>Who settled it; somebody else publishes.</summary>
    public Guid? SettledById { get; set; }

    /// <summary>The published item; null before the first publication.</summary>
    public long? ItemId { get; set; }

    /// <summary>Grows with each change, so that nobody overwrites what they did not see.</summary>
    public int Revision { get; set; }
}

/// <summary>What an agency declares in a survey, and what became of it. A row of the province's site.</summary>
[Carried(Carrying.Backup)] // Names other sites of this installation by their numbers.
public sealed class UnitDeclaration : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public long SurveyId { get; set; }

    /// <summary>The site of the agency.</summary>
    public int UnitId { get; set; }
    public string Name { get; set; } = "";
    public string Block { get; set; } = "";

    /// <summary><see cref="DeclaredValue"/> by name of the indicator, as JSON.</summary>
    public string Values { get; set; } = "{}";
    public DateTimeOffset? SentAt { get; set; }
    public string? Objection { get; set; }
    public string? Answer { get; set; }
    public int Revision { get; set; }
}

/// <summary>One act of a survey; kept for good, never changed.</summary>
[Carried(Carrying.Backup)] // Names other sites of this installation by their numbers.
public sealed class SurveyAct : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public long SurveyId { get; set; }

    /// <summary>The agency it is about; null for the survey as a whole.</summary>
    public int? UnitId { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? PersonId { get; set; }

    /// <summary>What was done; the last part of the text key <c>rankings.act.…</c>.</summary>
    public string What { get; set; } = "";
    public string? Indicator { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Reason { get; set; }
}

/// <summary>One indicator of one agency, from declaration to what counts.</summary>
public sealed record DeclaredValue
{
    /// <summary>Yes is 1 and no 0; null where not known.</summary>
    public double? Declared { get; init; }

    /// <summary>Where the evidence is: an address, or the number of a document.</summary>
    public string? Evidence { get; init; }

    /// <summary>What the product measured when the declarations were closed; goes before what was declared.</summary>
    public double? Measured { get; init; }

    /// <summary>True once the council set another value, which may be none.</summary>
    public bool IsAdjusted { get; init; }
    public double? Adjusted { get; init; }

    /// <summary>Why the council did.</summary>
    public string? Reason { get; init; }

    /// <summary>What the index is computed from.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double? Counted => IsAdjusted ? Adjusted : Measured ?? Declared;
}
