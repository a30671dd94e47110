using System.Globalization;
using System.Text;
using QRCoder;

namespace GovPortal.Web.Pages;

/// <summary>A QR code (ISO/IEC 18004) as the path of an SVG picture that stands in the page itself: one stretch for each run of dark dots, so that it weighs little.</summary>
/// <param name="Size">Dots along a side, with the quiet zone around it.</param>
/// <param name="Path">The <c>d</c> of the path.</param>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var run = RunFrom(rows[row], column);
                if (run > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{run}v1h-{run}");
                    column += run;
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }

    private static int RunFrom(System.Collections.BitArray row, int column)
    {
        var end = column;
        while (end < row.Count && row[end])
        {
            end++;
        }

        return end - column;
    }
}
