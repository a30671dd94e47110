using System.Globalization;
using System.Text;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;

namespace GovPortal.Alerts;

/// <summary>An alert as it stands in the Common Alerting Protocol.</summary>
/// <param name="Sent">When this state of it went out.</param>
/// <param name="Web">Whole address of its page.</param>
public sealed record CapMessage(Tenant Owner, ContentItem Item, Alert? Alert, DateTimeOffset Sent, Uri Web);

/// <summary>Writes alerts in CAP 1.2 (OASIS, 1 July 2010), a message for each: elements, their order and their words are the standard's.</summary>
public static class Cap
{
    public const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";
    public const string MediaType = "application/cap+xml";

    private static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>The message that a state of an alert is known by: the same for as long as nothing about it changes.</summary>
    public static string IdentifierOf(Tenant owner, long id, DateTimeOffset sent, string host) =>
        string.Create(CultureInfo.InvariantCulture, $"{host}.{owner.Name}.{id}.{sent.ToUnixTimeSeconds()}");

    /// <param name="say">The sentence of a text key in a language.</param>
    /// <param name="now">To tell whether it has begun.</param>
    public static byte[] Write(CapMessage message, Func<string, string, string> say, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(say);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Utf8))
        {
            xml.WriteStartElement("alert", Namespace);
            WriteHead(xml, message);
            if (message.Alert is { } alert)
            {
                WriteInfo(xml, message, alert, Texts.Vietnamese, say, now);
                if (alert.TitleEn is not null)
                {
                    WriteInfo(xml, message, alert, Texts.English, say, now);
                }
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteHead(XmlWriter xml, CapMessage message)
    {
        var (owner, item, host) = (message.Owner, message.Item, message.Web.Host);
        var sender = $"{owner.Name}@{host}";
        Put(xml, "identifier", IdentifierOf(owner, item.Id, message.Sent, host));
        Put(xml, "sender", sender);
        Put(xml, "sent", Written(owner, message.Sent));
        Put(xml, "status", "Actual");
        Put(xml, "msgType", message.Alert is null ? "Cancel" : item.CorrectedAt is null ? "Alert" : "Update");
        Put(xml, "scope", "Public");

        // What this message takes the place of: the first one, and the correction that a withdrawal follows.
        DateTimeOffset[] before = [.. new[] { item.PublishedAt, item.CorrectedAt }.OfType<DateTimeOffset>().Where(sent => sent != message.Sent)];
        if (before.Length > 0)
        {
            Put(xml, "references", string.Join(' ', before.Select(sent => $"{sender},{IdentifierOf(owner, item.Id, sent, host)},{Written(owner, sent)}")));
        }
    }

    private static void WriteInfo(XmlWriter xml, CapMessage message, Alert alert, string language, Func<string, string, string> say, DateTimeOffset now)
    {
        var owner = message.Owner;
        var isEnglish = language == Texts.English;
        xml.WriteStartElement("info", Namespace);
        Put(xml, "language", isEnglish ? "en-GB" : "vi-VN");
        Put(xml, "category", alert.Category);
        Put(xml, "event", say(language, $"alerts.category.{alert.Category}"));
        Put(xml, "urgency", AlertCodes.UrgencyOf(alert.Grade, owner.InstantOf(alert.StartsAt) <= now));
        Put(xml, "severity", AlertCodes.SeverityOf(alert.Grade));
        Put(xml, "certainty", AlertCodes.CertaintyOf(alert.Grade));
        Put(xml, "effective", Written(owner, message.Sent));
        Put(xml, "onset", Written(owner, owner.InstantOf(alert.StartsAt)));
        Put(xml, "expires", Written(owner, owner.InstantOf(alert.EndsAt)));
        Put(xml, "senderName", owner.TitleIn(language));
        Put(xml, "headline", isEnglish ? alert.TitleEn! : alert.Title);
        if ((isEnglish ? alert.TextEn : alert.Text) is { } text)
        {
            Put(xml, "description", text);
        }

        Put(xml, "web", message.Web.AbsoluteUri);
        xml.WriteStartElement("area", Namespace);
        Put(xml, "areaDesc", alert.Area ?? owner.TitleIn(language));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Put(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);

    // The protocol takes times with an offset in hours and minutes, never Z.
    private static string Written(Tenant owner, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, owner.TimeZone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
