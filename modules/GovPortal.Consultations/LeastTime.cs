using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Rules;

namespace GovPortal.Consultations;

/// <summary>The least time for opinions, by the rule that holds on the day a consultation opens.</summary>
public static class LeastTime
{
    /// <summary>Name of the rule of a kind of draft.</summary>
    public static string RuleOf(DraftKind kind) => $"consultation.{kind.ToString().ToLowerInvariant()}";

    /// <summary>Why a consultation is too short; null where it is not, no rule holds, or a reason for haste is given.</summary>
    public static async Task<Refusal?> RefuseAsync(this DatedRules rules, Tenant site, Consultation consultation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(consultation);
        if (consultation.UrgentReason is not null || await rules.FindAsync(site, RuleOf(consultation.Kind), consultation.OpensOn, ct) is not { } rule)
        {
            return null;
        }

        // The day it opens counts, and so does the last.
        var days = consultation.ClosesOn.DayNumber - consultation.OpensOn.DayNumber + 1;
        return days >= rule.Days ? null : new Refusal("consultations.too-short", nameof(Consultation.ClosesOn), string.Create(CultureInfo.InvariantCulture, $"{days} < {rule.Days}: {rule.Citation}"));
    }
}
