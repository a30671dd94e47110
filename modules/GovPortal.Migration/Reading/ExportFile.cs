using System.IO.Compression;
using System.Xml;

namespace GovPortal.Migration.Reading;

/// <summary>Opens the export of another system, packed with gzip or not, under limits.</summary>
internal static class ExportFile
{
    /// <summary>Characters of one text; the largest real one has some hundred thousand.</summary>
    public const int LongestText = 16 << 20;

    // Real exports nest some five elements; the text of an item is no XML but a string in it.
    private const int DeepestXml = 100;

    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        return isGzip ? new BoundedStream(new GZipStream(file, CompressionMode.Decompress), file.Length) : file;
    }

    /// <summary>Reads XML forward. It names no entities, so none can unfold for ever, and fetches nothing.</summary>
    public static XmlReader Xml(Stream bytes) => XmlReader.Create(bytes, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Old systems wrote control characters that XML forbids; the texts are cleaned anyhow.
        CheckCharacters = false,
        CloseInput = true,
    });

    /// <summary>The words of the present element, and the reader behind it.</summary>
    /// <exception cref="InvalidDataException">They are too many, or it nests too deep.</exception>
    public static string TextOf(XmlReader xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        var text = new System.Text.StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth > DeepestXml)
            {
                throw new InvalidDataException($"elements nest more than {DeepestXml} deep");
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
                Insist(text.Length);
            }
        }

        xml.Read();
        return text.ToString();
    }

    public static void Insist(int length)
    {
        if (length > LongestText)
        {
            throw new InvalidDataException($"a text of more than {LongestText} characters");
        }
    }
}
