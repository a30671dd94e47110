using System.Text;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.NukeViet;

/// <summary>A word of SQL as MySQL writes it: a name, a text, a number or a sign.</summary>
/// <param name="IsText">It stood in quotes.</param>
/// <param name="IsName">It stood in backticks.</param>
internal sealed record SqlWord(string Text, bool IsText = false, bool IsName = false)
{
    public bool Is(string word) => !IsText && !IsName && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Takes a dump apart into words, forward, without comments.</summary>
internal sealed class SqlWords(TextReader reader)
{
    /// <summary>Where the last word ended.</summary>
    public int Line { get; private set; } = 1;

    public bool Peek(char sign) => reader.Peek() == sign;

    /// <returns>Null at the end.</returns>
    public SqlWord? Next()
    {
        while (true)
        {
            var sign = Read();
            switch (sign)
            {
                case -1:
                    return null;
                case '-' when reader.Peek() == '-':
                case '#':
                    SkipLine();
                    break;
                case '/' when reader.Peek() == '*':
                    SkipComment();
                    break;
                case '\'' or '"':
                    return new SqlWord(Quoted((char)sign), IsText: true);
                case '`':
                    return new SqlWord(Quoted('`'), IsName: true);
                case '(' or ')' or ',' or ';' or '.' or '=':
                    return new SqlWord(((char)sign).ToString());
                case var _ when !char.IsWhiteSpace((char)sign):
                    return new SqlWord(Plain((char)sign));
                default:
                    break;
            }
        }
    }

    /// <summary>Goes behind the end of the present statement; a semicolon within a text is none.</summary>
    public void SkipStatement()
    {
        while (Next() is { } word && !word.Is(";"))
        {
        }
    }

    private int Read()
    {
        var sign = reader.Read();
        Line += sign == '\n' ? 1 : 0;
        return sign;
    }

    private string Plain(char first)
    {
        var word = new StringBuilder().Append(first);
        while (reader.Peek() is >= 0 and var sign && !char.IsWhiteSpace((char)sign) && !"(),;'\"`=".Contains((char)sign, StringComparison.Ordinal))
        {
            word.Append((char)Read());
            ExportFile.Insist(word.Length);
        }

        return word.ToString();
    }

    private string Quoted(char quote)
    {
        var text = new StringBuilder();
        for (var sign = Read(); sign != -1; sign = Read())
        {
            if (sign == quote)
            {
                if (reader.Peek() != quote)
                {
                    return text.ToString();
                }

                Read();
            }
            else if (sign == '\\' && quote != '`')
            {
                sign = Escaped(Read());
            }

            text.Append((char)sign);
            ExportFile.Insist(text.Length);
        }

        throw new InvalidDataException("a text does not end");
    }

    private static int Escaped(int sign) => sign switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => ' ',
        'b' or 'Z' => ' ',
        -1 => throw new InvalidDataException("a text does not end"),
        _ => sign,
    };

    private void SkipLine()
    {
        while (Read() is not (-1 or '\n'))
        {
        }
    }

    private void SkipComment()
    {
        Read();
        for (var (last, sign) = (0, Read()); sign != -1; (last, sign) = (sign, Read()))
        {
            if (last == '*' && sign == '/')
            {
                return;
            }
        }
    }
}
