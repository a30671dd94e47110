using System.Globalization;
using GovPortal.Core.Text;

namespace GovPortal.Publishing.Content;

/// <summary>Copies what a type says about a body into an item's columns.</summary>
internal static class ItemColumns
{
    // Enough of a sort key to order real titles; longer ties are broken by the item's number.
    private const int OrderBytes = 96;

    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public static void Fill(ContentItem item, ContentFacts facts, DateTimeOffset now)
    {
        item.Title = facts.Title;
        item.TitleOrder = OrderOf(facts.Title);
        item.TitleFolded = VietnameseText.Fold(facts.Title);
        item.Summary = facts.Summary;
        item.Code = facts.Code;
        item.Picture = facts.Picture;
        item.PictureAlt = facts.PictureAlt;
        item.ListJson = facts.ListJson;
        item.SortAt = facts.SortOn is { } day
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : item.PublishedAt ?? now;
    }

    public static byte[] OrderOf(string title)
    {
        var key = Vietnamese.GetSortKey(title.Length > 200 ? title[..200] : title, CompareOptions.IgnoreCase).KeyData;
        return key.Length > OrderBytes ? key[..OrderBytes] : key;
    }
}
