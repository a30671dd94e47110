using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.News;

/// <summary>Whole days since an agency's last news; nothing where it never had any.</summary>
internal sealed class NewsAge(PublishedContentOf contentOf, TimeProvider clock) : IAgencyMeasure
{
    public string Key => "days-since-last-news";

    public async Task<double?> MeasureAsync(Tenant agency, CancellationToken ct)
    {
        var newest = (await contentOf(agency).ListAsync(new ListQuery(ArticleType.TypeName, Size: 1) { IsCounted = false }, ct)).Items;
        return newest.Count == 0 ? null : Math.Max(0, Math.Floor((clock.GetUtcNow() - newest[0].PublishedAt).TotalDays));
    }
}
