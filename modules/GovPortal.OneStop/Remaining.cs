using GovPortal.Core.Localization;

namespace GovPortal.OneStop;

/// <summary>How a dossier stands against its due date, in words and with a mark: no colour says it alone.</summary>
/// <param name="Class">Of the badge.</param>
public sealed record Remaining(string Class, string Icon, string Words)
{
    private const int Soon = 2;

    /// <summary>Of a dossier that has not ended.</summary>
    public static Remaining Of(DateTimeOffset? dueAt, DateTimeOffset? pausedAt, DateTimeOffset now, Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (pausedAt is not null)
        {
            return new Remaining("", "hourglass", words["onestop.left.paused"]);
        }

        if (dueAt is not { } due)
        {
            return new Remaining("", "clock", words["onestop.left.none"]);
        }

        var left = due - now;
        return left < TimeSpan.Zero ? new Remaining("gp-badge--danger", "warning", left > TimeSpan.FromDays(-1) ? words["onestop.left.late-today"] : words["onestop.left.late", (int)-left.TotalDays])
            : left < TimeSpan.FromDays(1) ? new Remaining("gp-badge--warn", "clock", words["onestop.left.hours", Math.Max(1, (int)left.TotalHours)])
            : new Remaining(left < TimeSpan.FromDays(Soon) ? "gp-badge--warn" : "gp-badge--ok", "clock", words["onestop.left.days", (int)left.TotalDays]);
    }
}
