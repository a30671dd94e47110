using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Import;

namespace GovPortal.Publishing.WorkingTime;

/// <summary>A question for a due moment as people and programs write it: <c>from</c>, <c>days</c> or <c>hours</c>, <c>paused</c>.</summary>
public sealed record DueQuestion(DateTime From, TimeLimit Limit, IReadOnlyList<Pause> Pauses)
{
    /// <summary>No procedure takes longer; larger numbers are slips of the pen.</summary>
    public const int MostDays = 10_000;

    /// <summary>More stretches than this are no dossier's.</summary>
    public const int MostPauses = 100;

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads the question, or says everything that is wrong with it.</summary>
    /// <param name="paused">Each <c>FROM/TO</c>.</param>
    public static (DueQuestion? Question, IReadOnlyList<Refusal> Refusals) Read(string? from, string? days, string? hours, IReadOnlyList<string> paused)
    {
        ArgumentNullException.ThrowIfNull(paused);
        var refusals = new List<Refusal>();
        var received = MomentOf(from);
        if (received is null)
        {
            refusals.Add(new Refusal(string.IsNullOrEmpty(from) ? "working-time.from.missing" : "working-time.moment", "from", ForeignRecord.Shorten(from)));
        }

        var limit = LimitOf(days, hours, refusals);
        if (paused.Count > MostPauses)
        {
            refusals.Add(new Refusal("working-time.paused.many", "paused", paused.Count.ToString(CultureInfo.InvariantCulture)));
            paused = [];
        }

        var pauses = paused.Select(text => PauseOf(text, received, refusals)).OfType<Pause>().ToArray();
        return refusals.Count > 0 ? (null, refusals) : (new DueQuestion(received!.Value, limit, pauses), []);
    }

    /// <inheritdoc cref="DueTime.Of"/>
    public DueMoment AskOf(WorkingCalendar calendar) => DueTime.Of(calendar, From, Limit, Pauses);

    private static TimeLimit LimitOf(string? days, string? hours, List<Refusal> refusals)
    {
        if (string.IsNullOrEmpty(days) == string.IsNullOrEmpty(hours))
        {
            refusals.Add(new Refusal("working-time.days-or-hours", "days"));
        }
        else if (!string.IsNullOrEmpty(days))
        {
            if (int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostDays)
            {
                return TimeLimit.OfDays(count);
            }

            refusals.Add(new Refusal("working-time.days", "days", ForeignRecord.Shorten(days)));
        }
        else if (decimal.TryParse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= MostDays * 8 && count * 60 % 1 == 0)
        {
            return TimeLimit.OfHours(count);
        }
        else
        {
            refusals.Add(new Refusal("working-time.hours", "hours", ForeignRecord.Shorten(hours)));
        }

        return default;
    }

    private static Pause? PauseOf(string text, DateTime? received, List<Refusal> refusals)
    {
        var mistake = text.Split('/') is not [var first, var last] || MomentOf(first) is not { } from || MomentOf(last) is not { } to ? "working-time.paused"
            : to < from ? "working-time.paused.order"
            : from < received ? "working-time.paused.early"
            : null;
        if (mistake is not null)
        {
            refusals.Add(new Refusal(mistake, "paused", ForeignRecord.Shorten(text)));
            return null;
        }

        var parts = text.Split('/');
        return new Pause(MomentOf(parts[0])!.Value, MomentOf(parts[1])!.Value);
    }

    private static DateTime? MomentOf(string? text) => DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
