using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace GovPortal.Core.Localization;

/// <summary>Writes days and times as readers expect them, on the clock of the site's agency; pages write <c>@Day.Of(item.PublishedAt)</c>.</summary>
public sealed class Days(VisitedSite site, Texts texts)
{
    public IHtmlContent Of(DateTimeOffset instant) => Element(Text(instant), Iso(instant));

    public static IHtmlContent On(DateOnly day) => Element(Text(day), Iso(day));

    /// <summary>Day and time of day.</summary>
    public IHtmlContent WithTime(DateTimeOffset instant) =>
        Element(site.Tenant.Wall(instant), Iso(instant));

    public string Text(DateTimeOffset instant) => site.Tenant.WallDay(instant);

    public static string Text(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>“Thứ Hai, 23/11/2026”.</summary>
    public string WithWeekday(DateOnly day) => $"{texts.In(site.Language, "layout.weekday." + (int)day.DayOfWeek)}, {Text(day)}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static HtmlString Element(string text, string machine) => new($"<time datetime=\"{machine}\">{text}</time>");
}
