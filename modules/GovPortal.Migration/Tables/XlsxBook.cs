using System.Globalization;
using System.Text;
using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.Tables;

/// <summary>The parts of a workbook that its sheets refer to: common texts, and which formats are days.</summary>
internal sealed class XlsxBook
{
    private const long MostSharedCharacters = 256L << 20;
    private const int DaysFrom1904 = 1_462;

    private readonly PackedFiles file;
    private readonly string sheet;
    private readonly List<string> shared = [];
    private readonly List<bool> days = [];

    private XlsxBook(PackedFiles file, string sheet, bool isFrom1904)
    {
        (this.file, this.sheet) = (file, sheet);
        FirstDay = isFrom1904 ? DaysFrom1904 : 0;
        ReadShared();
        ReadStyles();
    }

    /// <summary>Days between the first day of this workbook and that of others.</summary>
    public int FirstDay { get; }

    /// <exception cref="InvalidDataException">It is no workbook, or has no such sheet.</exception>
    public static XlsxBook Open(PackedFiles file, string? sheet)
    {
        if (!file.Names.Contains("xl/workbook.xml"))
        {
            throw new InvalidDataException("it is no workbook of the form XLSX; save it as XLSX");
        }

        var (sheets, isFrom1904) = SheetsOf(file);
        var (_, id) = sheet is null ? sheets.FirstOrDefault() : sheets.FirstOrDefault(one => one.Name.Normalize() == sheet.Normalize());
        return id is null ? throw new InvalidDataException($"it has no sheet “{sheet}”; it has {string.Join(", ", sheets.Select(one => one.Name).Take(20))}")
            : new XlsxBook(file, PartOf(file, id), isFrom1904);
    }

    public XmlReader OpenSheet() => ExportFile.Xml(file.Open(sheet));

    public string SharedText(int place) => place < shared.Count ? shared[place] : "";

    public bool IsDay(string? style) => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < days.Count && days[place];

    private static (List<(string Name, string Id)> Sheets, bool IsFrom1904) SheetsOf(PackedFiles file)
    {
        var sheets = new List<(string, string)>();
        var isFrom1904 = false;
        using var xml = ExportFile.Xml(file.Open("xl/workbook.xml"));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet")
            {
                sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? ""));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                isFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
        }

        return (sheets, isFrom1904);
    }

    private static string PartOf(PackedFiles file, string id)
    {
        if (file.Names.Contains("xl/_rels/workbook.xml.rels"))
        {
            using var xml = ExportFile.Xml(file.Open("xl/_rels/workbook.xml.rels"));
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") == id && xml.GetAttribute("Target") is { } target)
                {
                    var part = target.StartsWith('/') ? target[1..] : "xl/" + target;
                    return file.Names.Contains(part) ? part : throw new InvalidDataException($"the workbook lacks its part {part}");
                }
            }
        }

        throw new InvalidDataException("the workbook does not say where its sheets are");
    }

    private void ReadShared()
    {
        if (!file.Names.Contains("xl/sharedStrings.xml"))
        {
            return;
        }

        var characters = 0L;
        using var xml = ExportFile.Xml(file.Open("xl/sharedStrings.xml"));
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                xml.Read();
                continue;
            }

            var text = SharedOf(xml);
            characters += text.Length;
            shared.Add(characters > MostSharedCharacters ? throw new InvalidDataException("a workbook with more text than any list has") : text);
        }
    }

    private static string SharedOf(XmlReader xml)
    {
        var text = new StringBuilder();
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        while (!isEmpty && !xml.EOF && xml.Depth > depth)
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "t":
                    text.Append(ExportFile.TextOf(xml));
                    break;
                case "rPh":
                    // How words are spoken, not how they are written.
                    xml.Skip();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }

        return text.ToString();
    }

    private void ReadStyles()
    {
        if (!file.Names.Contains("xl/styles.xml"))
        {
            return;
        }

        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = ExportFile.Xml(file.Open("xl/styles.xml"));
        var isInCells = false;
        while (xml.Read())
        {
            isInCells = xml.LocalName == "cellXfs" ? xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement : isInCells;
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "numFmt")
            {
                own.TryAdd(xml.GetAttribute("numFmtId") ?? "", xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.LocalName == "xf" && isInCells)
            {
                var id = xml.GetAttribute("numFmtId") ?? "0";
                days.Add(own.TryGetValue(id, out var code) ? IsDayFormat(code) : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is (>= 14 and <= 22) or (>= 45 and <= 47));
            }
        }
    }

    /// <summary>A format of days has a letter for day or year outside quotes and brackets.</summary>
    private static bool IsDayFormat(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var sign in code)
        {
            isQuoted = sign == '"' ? !isQuoted : isQuoted;
            isBracketed = sign == '[' || (isBracketed && sign != ']');
            if (!isQuoted && !isBracketed && char.ToLowerInvariant(sign) is 'd' or 'y')
            {
                return true;
            }
        }

        return false;
    }
}
