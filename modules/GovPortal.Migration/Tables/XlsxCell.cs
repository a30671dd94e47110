using System.Globalization;
using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.Tables;

/// <summary>A cell as text: days as <c>2025-08-05</c>, numbers as they are written without thousands.</summary>
internal sealed record XlsxCell(string Text, bool HasFormula)
{
    // The last day that spreadsheets know, 31 December 9999.
    private const double LastDay = 2_958_465.99999;

    /// <summary>Reads the present <c>c</c> element and goes behind it.</summary>
    public static XlsxCell Read(XmlReader xml, XlsxBook book)
    {
        var (kind, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "t" or "f")
            {
                var part = xml.LocalName;
                parts[part] = parts.GetValueOrDefault(part) + ExportFile.TextOf(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        return new XlsxCell(TextOf(kind, style, parts.GetValueOrDefault("v") ?? "", parts.GetValueOrDefault("t") ?? "", book), parts.ContainsKey("f"));
    }

    private static string TextOf(string? kind, string? style, string value, string inline, XlsxBook book) => kind switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? book.SharedText(place) : "",
        "inlineStr" => inline,
        "b" => value == "1" ? "true" : "false",
        "str" or "d" => value,
        // The result of a formula that failed: #N/A, #REF!
        "e" => "",
        _ => book.IsDay(style) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastDay ? DayOf(day + book.FirstDay) : NumberOf(value),
    };

    private static string DayOf(double serial)
    {
        if (serial > LastDay)
        {
            return "";
        }

        var at = DateTime.FromOADate(serial);
        return at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string NumberOf(string value) =>
        value.AsSpan().ContainsAny('E', 'e') && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : value;
}
