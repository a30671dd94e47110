using System.Globalization;
using GovPortal.Content.Links;
using GovPortal.Core.Configuration;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Web.Caching;
using GovPortal.Web.Views;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Admin;

/// <summary>The figures a chief looks at, each with how it was a week before and with where it leads.</summary>
public sealed class DeskFigures(Tenant tenant, PortalDbFactory databases, OutsideLinks links, TenantClock clock)
{
    private const int Week = 7;

    public async Task<IReadOnlyList<DeskFigure>> ReadAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var today = clock.Today;
        var (first, before) = (today.AddDays(1 - Week), today.AddDays(1 - (2 * Week)));
        var (firstAt, beforeAt) = (clock.StartOf(first), clock.StartOf(before));
        var read = await db.Views.Where(v => v.Day >= first && v.Day <= today).SumAsync(v => v.Views, ct);
        var readBefore = await db.Views.Where(v => v.Day >= before && v.Day < first).SumAsync(v => v.Views, ct);
        var published = await db.Items.CountAsync(i => i.State == ContentState.Published && i.PublishedAt >= firstAt, ct);
        var publishedBefore = await db.Items.CountAsync(i => i.State == ContentState.Published && i.PublishedAt >= beforeAt && i.PublishedAt < firstAt, ct);
        var waiting = db.Cards.Where(c => c.Stage == DraftStage.Submitted && db.Set<ContentItem>().Any(i => i.Id == c.ItemId && i.State != ContentState.Deleted));
        var oldest = await waiting.MinAsync(c => c.SubmittedAt, ct);
        var newest = await db.Items.Where(i => i.State == ContentState.Published && i.Type == "article").MaxAsync(i => i.PublishedAt, ct);
        var wordless = await db.Files.CountAsync(f => f.DeletedAt == null && f.Alt == null && f.MediaType.StartsWith("image/"), ct);
        DeskFigure?[] all =
        [
            new("read", read, "/quan-tri/noi-dung" + new QueryWriter().Add("trang-thai", nameof(ContentState.Published))) { Before = readBefore },
            new("published", published, "/quan-tri/noi-dung" + new QueryWriter().Add("trang-thai", nameof(ContentState.Published)).Add("ngay-dang", "true").Add("tu", first.ToString("O", CultureInfo.InvariantCulture))) { Before = publishedBefore },
            new("waiting", await waiting.CountAsync(ct), "/quan-tri/noi-dung" + new QueryWriter().Add("buoc", nameof(DraftStage.Submitted))) { Days = oldest is { } since ? DaysSince(since) : null },
            newest is { } last ? new DeskFigure("quiet", DaysSince(last), "/quan-tri/noi-dung" + new QueryWriter().Add("loai", "article")) : null,
            new("links", await links.CountBrokenAsync(ct), "/quan-tri/lien-ket-hong"),
            new("wordless", wordless, "/quan-tri/thu-vien" + new QueryWriter().Add("xem", "thieu-mo-ta")) { IsForWriters = true },
        ];
        return [.. all.OfType<DeskFigure>()];
    }

    private int DaysSince(DateTimeOffset at) => Math.Max(0, clock.Today.DayNumber - clock.DayOf(at).DayNumber);
}

/// <summary>One figure of the dashboard.</summary>
/// <param name="Name">After <c>desk.figure.</c> the name of its words.</param>
/// <param name="Path">Where it leads, below the site's root.</param>
public sealed record DeskFigure(string Name, long Value, string Path)
{
    /// <summary>The same in the week before; null where weeks say nothing.</summary>
    public long? Before { get; init; }

    /// <summary>For how many days the oldest of them has waited; null where nothing waits.</summary>
    public int? Days { get; init; }

    /// <summary>Leads where only those come who write.</summary>
    public bool IsForWriters { get; init; }
}
