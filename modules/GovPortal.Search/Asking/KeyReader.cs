using System.Text;
using GovPortal.Core.Text;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Asking;

/// <summary>Reads words that were typed in Telex or VNI with the keyboard off. Taken only where the syllable is used somewhere and the keys as they stand are no word.</summary>
/// <param name="entriesWith">How many entries hold a folded word.</param>
internal sealed class KeyReader(Func<string, int> entriesWith, IReadOnlySet<string> foreign)
{
    // Once it is clear that keys were typed, a word that few use is read as keys too.
    private const int Rare = 40;

    /// <summary>The line as it was meant; the same string when no word of it is keys.</summary>
    public string Read(string line)
    {
        var words = Words(line);
        var isSure = words.Any(word => word.Read is not null && word.Entries == 0);
        if (!isSure)
        {
            return line;
        }

        var text = new StringBuilder();
        var done = 0;
        foreach (var word in words.Where(word => word.Read is not null && word.Entries <= Rare))
        {
            text.Append(line, done, word.Start - done).Append(word.Read);
            done = word.End;
        }

        return text.Append(line, done, line.Length - done).ToString();
    }

    private readonly record struct Typed(int Start, int End, string? Read, int Entries);

    private List<Typed> Words(string line)
    {
        var words = new List<Typed>();
        for (var at = 0; WordForms.Next(line, ref at, out var start);)
        {
            var typed = line[start..at];
            var read = Decode(typed);
            words.Add(new Typed(start, at, read, read is null ? 0 : entriesWith(typed.ToLowerInvariant())));
        }

        return words;
    }

    private string? Decode(string typed)
    {
        var word = typed.ToLowerInvariant();
        var isShout = typed.Length > 1 && typed.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
        if (word.Length < 2 || isShout || Syllable.IsBare(word) || foreign.Contains(word))
        {
            return null;
        }

        var read = Keystrokes.Vni(word) ?? Keystrokes.Telex(word);
        return read is not null && read != word && entriesWith(VietnameseText.Fold(read)) > 0 ? read : null;
    }
}
