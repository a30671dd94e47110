using GovPortal.Core.Localization;

namespace GovPortal.Web.Pages;

/// <summary>How something stands against its due date, in words and with a mark: no colour says it alone.</summary>
/// <param name="Class">Of the badge.</param>
public sealed record Remaining(string Class, string Icon, string Words)
{
    private const int Soon = 2;

    /// <summary>Of what has not ended.</summary>
    public static Remaining Of(DateTimeOffset? dueAt, DateTimeOffset? pausedAt, DateTimeOffset now, Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (pausedAt is not null)
        {
            return new Remaining("", "hourglass", words["due.left.paused"]);
        }

        if (dueAt is not { } due)
        {
            return new Remaining("", "clock", words["due.left.none"]);
        }

        var left = due - now;
        return left < TimeSpan.Zero ? new Remaining("gp-badge--danger", "warning", left > TimeSpan.FromDays(-1) ? words["due.left.late-today"] : words["due.left.late", (int)-left.TotalDays])
            : left < TimeSpan.FromDays(1) ? new Remaining("gp-badge--warn", "clock", words["due.left.hours", Math.Max(1, (int)left.TotalHours)])
            : new Remaining(left < TimeSpan.FromDays(Soon) ? "gp-badge--warn" : "gp-badge--ok", "clock", words["due.left.days", (int)left.TotalDays]);
    }
}
