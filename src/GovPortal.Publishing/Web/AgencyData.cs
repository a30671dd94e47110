using System.Globalization;
using System.Text.Json.Nodes;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Core.WorkingTime;
using GovPortal.Web.Pages;

namespace GovPortal.Publishing.Web;

/// <summary>An agency as machines read it (schema.org <c>GovernmentOrganization</c>): address in parts, telephone, logo, hours.</summary>
public static class AgencyData
{
    private static readonly DayOfWeek[] week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <param name="hours">When it works; null leaves them out.</param>
    public static JsonObject Of(Tenant agency, VisitedSite site, PageMeta meta, WeeklyHours? hours = null)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(meta);
        var (settings, home) = (agency.Settings, meta.Absolute(site.LinkTo(agency, "/")));
        return JsonLd.Of("GovernmentOrganization", ("@id", home + "#co-quan"), ("name", agency.TitleIn(site.Language)), ("identifier", agency.AgencyCode), ("url", home),
            ("logo", settings.Logo is { Length: > 0 } logo ? meta.Absolute(site.FileOf(agency, logo)) : null), ("address", AddressOf(settings.Address)),
            ("telephone", Text(settings.Phone)), ("faxNumber", Text(settings.Fax)), ("email", Text(settings.Email)), ("slogan", Text(settings.Slogan)),
            ("location", Text(settings.Address) is null ? null : JsonLd.Of("Place", ("name", agency.Title), ("address", AddressOf(settings.Address)), ("openingHoursSpecification", hours is null ? null : HoursOf(hours)))));
    }

    /// <summary>“Quảng trường 3/2, phường Bắc Giang, tỉnh Bắc Ninh” in its parts; null for no address.</summary>
    public static JsonObject? AddressOf(string? written)
    {
        if (Text(written) is not { } address)
        {
            return null;
        }

        List<string> parts = [.. address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var region = Taken(parts, "tinh-", "thanh-pho-", "tp-");
        var locality = Taken(parts, "phuong-", "xa-", "dac-khu-");
        return JsonLd.Of("PostalAddress", ("streetAddress", parts.Count == 0 ? null : string.Join(", ", parts)), ("addressLocality", locality), ("addressRegion", region), ("addressCountry", "VN"));
    }

    // The last part that begins so: streets are written before the commune, the commune before the province.
    private static string? Taken(List<string> parts, params string[] beginnings)
    {
        var place = parts.FindLastIndex(part => beginnings.Any(beginning => VietnameseText.Slug(part).StartsWith(beginning, StringComparison.Ordinal)));
        if (place < 0)
        {
            return null;
        }

        var taken = parts[place];
        parts.RemoveAt(place);
        return taken;
    }

    private static JsonArray HoursOf(WeeklyHours hours) =>
        JsonLd.List(week.SelectMany(day => hours[day].Select(shift => (Day: day, Shift: shift))).GroupBy(each => each.Shift)
            .Select(same => (JsonNode)JsonLd.Of("OpeningHoursSpecification",
                ("dayOfWeek", JsonLd.List(same.Select(each => (JsonNode)$"https://schema.org/{each.Day}"))), ("opens", Written(same.Key.Start)), ("closes", Written(same.Key.End)))));

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
