namespace GovPortal.Alerts;

/// <summary>A notice above everything: a flood, an outage, changed hours. Times stand as on the clock on the wall of the agency that gives it.</summary>
public sealed record Alert
{
    /// <summary>What happens, in one line.</summary>
    public required string Title { get; init; }

    public string? TitleEn { get; init; }

    /// <summary>What it means and what to do: plain text with its lines.</summary>
    public string? Text { get; init; }

    public string? TextEn { get; init; }

    public AlertGrade Grade { get; init; }

    /// <summary>One of <see cref="AlertCodes.Categories"/>.</summary>
    public string Category { get; init; } = AlertCodes.Other;

    /// <summary>Where it holds, in words: “xã Bảo Đài, phường Kinh Bắc”; null names the agency.</summary>
    public string? Area { get; init; }

    /// <summary>Shown from then on.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Shown until then and no longer; after <see cref="StartsAt"/>.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>On which sites; more than its own only where the portal gives it.</summary>
    public AlertReach Reach { get; init; }

    /// <summary>Names of the sites where it reaches chosen ones.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];
}

/// <summary>How grave an alert is.</summary>
public enum AlertGrade
{
    /// <summary>To be known: changed hours, an outage that was planned.</summary>
    Notice,

    /// <summary>To be heeded.</summary>
    Warning,

    /// <summary>To be acted upon at once.</summary>
    Emergency,
}

/// <summary>On which sites an alert is shown.</summary>
public enum AlertReach
{
    /// <summary>The one it was given on.</summary>
    Own,

    All,

    /// <summary>The portal and the departments.</summary>
    Departments,

    /// <summary>Communes and wards.</summary>
    Communes,

    /// <summary>Those that it names.</summary>
    Chosen,
}
