namespace GovPortal.Alerts;

/// <summary>What an alert is called in the Common Alerting Protocol (OASIS CAP 1.2, section 3.2.2).</summary>
public static class AlertCodes
{
    public const string Other = "Other";

    /// <summary>Categories of CAP that an agency has use for, as the protocol spells them.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["Met", "Geo", "Fire", "Health", "Env", "Infra", "Transport", "Security", "Safety", Other];

    public static string SeverityOf(AlertGrade grade) => grade switch { AlertGrade.Emergency => "Extreme", AlertGrade.Warning => "Severe", _ => "Minor" };

    public static string UrgencyOf(AlertGrade grade, bool hasBegun) => !hasBegun ? "Future" : grade == AlertGrade.Emergency ? "Immediate" : "Expected";

    public static string CertaintyOf(AlertGrade grade) => grade == AlertGrade.Notice ? "Observed" : "Likely";
}
