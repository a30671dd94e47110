namespace GovPortal.Core.Text;

/// <summary>The national code of an administrative procedure: a digit, a dot and six digits, for example <c>1.001193</c>.</summary>
public static class ProcedureCode
{
    private const int Digits = 7;

    /// <summary>Reads a code with stray spaces or without its dot; false for anything that is not exactly one code, with <paramref name="code"/> empty.</summary>
    public static bool TryParse(string? text, out string code)
    {
        code = "";
        if (text is null)
        {
            return false;
        }

        var line = VietnameseText.NormalizeLine(text).AsSpan();
        if (line.Length == Digits + 1 && line[1] is '.' or ',')
        {
            line = string.Concat(line[..1], line[2..]);
        }

        if (line.Length != Digits || line.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        code = string.Concat(line[..1], ".", line[1..]);
        return true;
    }

    /// <summary>True when the text is a code spelled as the catalogue spells it.</summary>
    public static bool IsCanonical(string? text) => TryParse(text, out var code) && code == text;
}
