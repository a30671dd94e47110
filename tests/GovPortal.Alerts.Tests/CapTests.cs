using System.Globalization;
using System.Xml.Linq;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;

namespace GovPortal.Alerts.Tests;

/// <summary>Messages against what CAP 1.2 asks: elements of its namespace in its order, the required ones there, words from its lists, times with an offset.</summary>
public sealed class CapTests
{
    private static readonly XNamespace Ns = Cap.Namespace;

    // OASIS CAP 1.2, section 3.4: every element that may stand, in its order; those with an exclamation mark must.
    private static readonly string[] AlertOrder = ["identifier!", "sender!", "sent!", "status!", "msgType!", "source", "scope!", "restriction", "addresses", "code", "note", "references", "incidents", "info"];
    private static readonly string[] InfoOrder = ["language", "category!", "event!", "responseType", "urgency!", "severity!", "certainty!", "audience", "eventCode", "effective", "onset", "expires", "senderName", "headline", "description", "instruction", "web", "contact", "parameter", "resource", "area"];

    private static readonly DateTimeOffset Published = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly Tenant Portal = new(1, Tenant.PortalName) { Title = "Cổng tỉnh", TitleEn = "Portal", Kind = SiteKind.Portal };

    private static Alert Flood => new()
    {
        Title = "Lũ trên sông Cầu & sông Thương <khẩn>",
        TitleEn = "Flood",
        Text = "Không qua ngầm tràn.",
        Grade = AlertGrade.Emergency,
        Category = "Met",
        StartsAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Unspecified),
        EndsAt = new DateTime(2026, 3, 3, 8, 0, 0, DateTimeKind.Unspecified),
    };

    [Fact]
    public void A_message_stands_as_the_standard_asks_in_both_languages()
    {
        var alert = Written(Flood, Published);

        Insist(alert, AlertOrder);
        Assert.Equal(("Alert", "Actual", "Public"), (Of(alert, "msgType"), Of(alert, "status"), Of(alert, "scope")));
        Assert.Equal(["vi-VN", "en-GB"], alert.Elements(Ns + "info").Select(info => Of(info, "language")));
        foreach (var info in alert.Elements(Ns + "info"))
        {
            Insist(info, InfoOrder);
            Assert.Equal(("Met", "Immediate", "Extreme", "Likely"), (Of(info, "category"), Of(info, "urgency"), Of(info, "severity"), Of(info, "certainty")));
            Assert.Equal("2026-03-03T08:00:00+07:00", Of(info, "expires"));
            Assert.NotEmpty(Of(info.Element(Ns + "area")!, "areaDesc"));
        }

        Assert.Equal("Lũ trên sông Cầu & sông Thương <khẩn>", Of(alert.Element(Ns + "info")!, "headline"));
        Assert.DoesNotContain(Of(alert, "identifier") + Of(alert, "sender"), letter => letter is ' ' or ',' or '<' or '&');
    }

    [Fact]
    public void Corrections_and_withdrawals_name_the_messages_they_take_the_place_of()
    {
        var first = Written(Flood, Published);
        var update = Written(Flood, Published.AddHours(1), Published.AddHours(1));
        var cancel = Written(null, Published.AddHours(2), Published.AddHours(1));

        Assert.Equal(("Alert", "Update", "Cancel"), (Of(first, "msgType"), Of(update, "msgType"), Of(cancel, "msgType")));
        Assert.Null(first.Element(Ns + "references"));
        Assert.Equal($"{Of(first, "sender")},{Of(first, "identifier")},{Of(first, "sent")}", Of(update, "references"));
        Assert.Contains($"{Of(update, "sender")},{Of(update, "identifier")},{Of(update, "sent")}", Of(cancel, "references"), StringComparison.Ordinal);
        Assert.Equal(3, new[] { first, update, cancel }.Select(message => Of(message, "identifier")).Distinct().Count());
        Insist(cancel, AlertOrder);
    }

    private static XElement Written(Alert? alert, DateTimeOffset sent, DateTimeOffset? corrected = null)
    {
        var item = new ContentItem { Id = 7, TenantId = 1, Type = AlertType.TypeName, Slug = "lu", Title = "Lũ", PublishedAt = Published, CorrectedAt = corrected };
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(Cap.Write(new CapMessage(Portal, item, alert, sent, new Uri("https://bacninh.example.vn/canh-bao/lu")), (_, key) => key, Published)));
    }

    private static string Of(XElement part, string name) => part.Element(Ns + name)?.Value ?? "";

    private static void Insist(XElement part, string[] order)
    {
        var names = part.Elements().Select(element => element.Name).ToArray();
        Assert.All(names, name => Assert.Equal(Ns, name.Namespace));
        int[] places = [.. names.Select(name => Array.FindIndex(order, one => one.TrimEnd('!') == name.LocalName))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.All(order.Where(name => name.EndsWith('!')), name => Assert.NotEmpty(Of(part, name.TrimEnd('!'))));
        Assert.All(part.Elements().Where(element => element.Name.LocalName is "sent" or "effective" or "onset" or "expires"), time => Assert.True(DateTimeOffset.TryParseExact(time.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), time.Value));
    }
}
