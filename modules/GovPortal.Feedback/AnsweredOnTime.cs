using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Feedback;

/// <summary>The share of what citizens asked in the last twelve months that was answered in time, in percent.</summary>
public sealed class AnsweredOnTime(EnquiryFigures figures, TimeProvider clock) : IAgencyMeasure
{
    public string Key => "questions-on-time";

    public async Task<double?> MeasureAsync(Tenant agency, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(agency);
        if (!agency.Modules.Contains(FeedbackModule.Named))
        {
            return null;
        }

        var today = new TenantClock(agency, clock).Today;
        var rows = await figures.OfAsync([agency], today.AddYears(-1), today, ct);
        return (double?)rows.Aggregate(EnquiryRow.Nothing(agency.Title, null), EnquiryRow.Add).OnTimeShare;
    }
}
