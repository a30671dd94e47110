namespace GovPortal.Signatures.Pdf;

/// <summary>Strings, in letters and in hexadecimal digits (ISO 32000-1, 7.3.4).</summary>
internal sealed partial class PdfParser
{
    private PdfString Hexadecimal()
    {
        var start = Place++;
        var text = new MemoryStream();
        var half = -1;
        while (bytes.At(Place) is var sign && sign != '>')
        {
            if (sign < 0 || text.Length > LongestString || (Digit(sign) < 0 && !IsSpace(sign)))
            {
                throw Wrong("a hexadecimal digit");
            }

            Place++;
            if (IsSpace(sign))
            {
                continue;
            }

            if (half >= 0)
            {
                text.WriteByte((byte)((half << 4) | Digit(sign)));
            }

            half = half >= 0 ? -1 : Digit(sign);
        }

        if (half >= 0)
        {
            text.WriteByte((byte)(half << 4));
        }

        return new PdfString(text.ToArray(), start, ++Place);
    }

    private PdfString Literal()
    {
        var start = Place++;
        var text = new MemoryStream();
        for (var open = 1; open > 0;)
        {
            var sign = bytes.At(Place++);
            open += sign switch { '(' => 1, ')' => -1, _ => 0 };
            if (sign < 0 || text.Length > LongestString)
            {
                throw Wrong("the end of a string");
            }

            if (sign == '\\')
            {
                Escape(text);
            }
            else if (open > 0)
            {
                text.WriteByte((byte)sign);
            }
        }

        return new PdfString(text.ToArray(), start, Place);
    }

    private void Escape(MemoryStream text)
    {
        var sign = bytes.At(Place++);
        switch (sign)
        {
            case >= '0' and <= '7':
                var code = sign - '0';
                for (var i = 0; i < 2 && bytes.At(Place) is >= '0' and <= '7' and var digit; i++, Place++)
                {
                    code = (code << 3) | (digit - '0');
                }

                text.WriteByte((byte)code);
                break;
            case '\r':
                Place += bytes.At(Place) == '\n' ? 1 : 0;
                break;
            case '\n':
                break;
            default:
                text.WriteByte(sign switch { 'n' => 10, 'r' => 13, 't' => 9, 'b' => 8, 'f' => 12, _ => (byte)sign });
                break;
        }
    }
}
