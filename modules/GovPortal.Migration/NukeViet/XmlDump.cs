using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.NukeViet;

/// <summary>Reads rows of the two XML forms of a MySQL database: of phpMyAdmin (<c>table name</c> with <c>column name</c>) and of <c>mysqldump --xml</c> (<c>table_data</c>, <c>row</c>, <c>field</c>).</summary>
internal static class XmlDump
{
    /// <exception cref="XmlException">The XML is damaged or ends early.</exception>
    public static IEnumerable<DumpRow> Read(string path, Func<string, bool> wants)
    {
        using var xml = ExportFile.Xml(ExportFile.Open(path));
        var table = "";
        xml.MoveToContent();
        while (!xml.EOF)
        {
            var name = xml.NodeType == XmlNodeType.Element ? xml.LocalName : "";
            if (name == "table_data")
            {
                table = xml.GetAttribute("name") ?? "";
            }

            // Where the form of the tables is told, a table has another namespace and no rows.
            var isRow = (name == "row" && wants(table)) || (name == "table" && xml.NamespaceURI.Length == 0 && wants(xml.GetAttribute("name") ?? ""));
            if (isRow && !xml.IsEmptyElement)
            {
                yield return RowOf(xml, name == "table" ? xml.GetAttribute("name")! : table);
            }
            else
            {
                xml.Read();
            }
        }
    }

    private static DumpRow RowOf(XmlReader xml, string table)
    {
        var line = ((IXmlLineInfo)xml).LineNumber;
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "column" or "field" && xml.GetAttribute("name") is { } column)
            {
                cells[column] = ExportFile.TextOf(xml);
            }
            else
            {
                xml.Read();
            }
        }

        return new DumpRow(line, table, cells);
    }
}
