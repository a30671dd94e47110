using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using GovPortal.Editing.Cleaning;

namespace GovPortal.Media.Parsing;

/// <summary>
/// Reads what a reader of a Word file sees: words, also those whose insertion is tracked, formulas in one line, and signs of symbol fonts as the signs they are. Deleted and
/// hidden words stay out.
/// </summary>
internal static class WordsOfWord
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMathematics = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // Read forward and never as a tree: loading a tree of tables within tables ends the process at some depth.
    public static IEnumerable<string> In(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
        var run = new Run();
        var isRead = reader.Read();
        while (isRead)
        {
            if (IsLeftOut(reader))
            {
                reader.Skip();
                isRead = !reader.EOF;
                continue;
            }

            if (run.Take(reader) is { Length: > 0 } words)
            {
                yield return words;
            }

            isRead = reader.Read();
        }
    }

    // What older programs show instead is the same once more; of a moved text the place it came from is deleted.
    private static bool IsLeftOut(XmlReader reader) => reader.NodeType == XmlNodeType.Element
        && (reader.LocalName == "Fallback" && reader.NamespaceURI == Compatibility || IsOfWord(reader) && reader.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "rPrChange" or "pPr");

    private static bool IsOfWord(XmlReader reader) => reader.NamespaceURI is Word or StrictWord;

    /// <summary>The run that is being read: its font, and whether it is hidden.</summary>
    private sealed class Run
    {
        private string? font;
        private bool isHidden;
        private bool isText;

        public string Take(XmlReader reader)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                return isText && !isHidden ? SymbolFonts.SignsOf(reader.Value, font, _ => { }) : "";
            }

            if (reader.NamespaceURI is Mathematics or StrictMathematics)
            {
                return OfFormula(reader);
            }

            return !IsOfWord(reader) ? "" : reader.NodeType == XmlNodeType.EndElement ? End(reader.LocalName) : reader.NodeType == XmlNodeType.Element ? Begin(reader) : "";
        }

        private string OfFormula(XmlReader reader)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "r")
            {
                (font, isHidden) = (null, false);
            }

            isText = reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !reader.IsEmptyElement;
            return reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "num" ? "/" : reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "oMath" ? " " : "";
        }

        private string Begin(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "r":
                    (font, isHidden) = (null, false);
                    break;
                case "rFonts":
                    font = (Value(reader, "ascii") ?? Value(reader, "hAnsi"))?.ToLowerInvariant();
                    break;
                case "vanish":
                    isHidden = Value(reader, "val") is not ("0" or "false" or "off");
                    break;
                case "t":
                    isText = !reader.IsEmptyElement;
                    break;
                default:
                    return isHidden ? "" : SignOf(reader);
            }

            return "";
        }

        private string End(string name)
        {
            isText = isText && name != "t";
            return name == "p" ? "\n" : "";
        }

        private static string SignOf(XmlReader reader) => reader.LocalName switch
        {
            "tab" => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "-",
            "sym" => SignOf(Value(reader, "font"), Value(reader, "char")),
            _ => "",
        };

        private static string SignOf(string? font, string? code) =>
            ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number > 0 ? SymbolFonts.SignsOf(((char)(number < 0x100 ? 0xF000 + number : number)).ToString(), font?.ToLowerInvariant(), _ => { }) : "";

        private static string? Value(XmlReader reader, string name) => reader.GetAttribute(name, Word) ?? reader.GetAttribute(name, StrictWord);
    }
}
