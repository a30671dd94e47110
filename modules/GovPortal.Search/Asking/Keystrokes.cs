using System.Text;

namespace GovPortal.Search.Asking;

/// <summary>Reads what a Telex or VNI keyboard would have written, for those who typed with it off: <c>hooj</c> and <c>ho65</c> are <c>hộ</c>.</summary>
internal static class Keystrokes
{
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    /// <summary>The syllable that Telex makes of the keys; null when they are no keys of one.</summary>
    public static string? Telex(string typed) => Decode(typed, TelexKey);

    /// <summary>The syllable that VNI makes of the keys; null when they are no keys of one.</summary>
    public static string? Vni(string typed) =>
        char.IsAsciiLetter(typed[0]) && typed.AsSpan().ContainsAnyInRange('0', '9') && !IsClassOrForm(typed) ? Decode(typed, VniKey) : null;

    // Classes of driving licences and other things that are called by a letter and a number.
    private static bool IsClassOrForm(string typed) => typed.Length == 2 && typed[0] is >= 'a' and <= 'f' or 'n' or 'm';

    private static string? Decode(string typed, Func<Keys, char, bool> press)
    {
        if (typed.Length > 2 * Syllable.MostLetters)
        {
            return null;
        }

        var keys = new Keys();
        foreach (var key in typed)
        {
            if (!char.IsAsciiLetterLower(key) && !char.IsAsciiDigit(key))
            {
                return null;
            }

            if (!press(keys, key))
            {
                keys.Letters.Add((key, '\0'));
            }
        }

        return keys.HasMark && keys.Write() is { } word && Syllable.IsWritten(word) ? word : null;
    }

    private static bool TelexKey(Keys keys, char key) => key switch
    {
        's' or 'f' or 'r' or 'x' or 'j' => keys.Tone("sfrxj".IndexOf(key, StringComparison.Ordinal)),
        'z' => keys.Tone(-1),
        'a' or 'e' or 'o' => keys.Mark(Circumflex, key),
        'w' => keys.MarkHorn() || keys.Mark(Breve, 'a') || keys.Add('u', Horn),
        'd' => keys.Stroke(),
        _ => false,
    };

    private static bool VniKey(Keys keys, char key) => key switch
    {
        >= '1' and <= '5' => keys.Tone(key - '1'),
        '0' => keys.Tone(-1),
        '6' => keys.Mark(Circumflex, 'a') || keys.Mark(Circumflex, 'e') || keys.Mark(Circumflex, 'o'),
        '7' => keys.MarkHorn(),
        '8' => keys.Mark(Breve, 'a'),
        '9' => keys.Stroke(),
        _ => false,
    };

    /// <summary>A syllable while its keys are pressed.</summary>
    private sealed class Keys
    {
        private char tone;

        public List<(char Letter, char Mark)> Letters { get; } = [];

        public bool HasMark { get; private set; }

        public bool Add(char letter, char mark)
        {
            Letters.Add((letter, mark));
            return HasMark = true;
        }

        /// <summary>Sets the tone, or takes it away below 0; false while there is no vowel to carry one.</summary>
        public bool Tone(int number)
        {
            if (!Letters.Any(each => IsVowel(each.Letter)))
            {
                return false;
            }

            tone = number < 0 ? '\0' : Tones[number];
            return HasMark = true;
        }

        public bool Mark(char mark, char on)
        {
            var at = Letters.FindLastIndex(each => each.Letter == on && each.Mark == '\0');
            return at >= 0 && Put(at, mark);
        }

        /// <summary>o and u take the horn, both of them where they stand together; after an o that an a follows, the a takes the breve.</summary>
        public bool MarkHorn()
        {
            var at = Letters.FindLastIndex(each => each.Letter is 'o' or 'u' && each.Mark == '\0');
            if (at < 0 || Letters[at].Letter == 'o' && at + 1 < Letters.Count && Letters[at + 1].Letter == 'a')
            {
                return false;
            }

            if (Letters[at].Letter == 'o' && at > 0 && Letters[at - 1] is ('u', '\0') && (at < 2 || Letters[at - 2].Letter != 'q'))
            {
                Put(at - 1, Horn);
            }
            else if (Letters[at].Letter == 'o' && at > 0 && Letters[at - 1] is ('u', Horn))
            {
                return Put(at, Horn);
            }
            else if (Letters[at].Letter == 'u' && at > 0 && Letters[at - 1] is ('u' or 'o', '\0'))
            {
                // huou, ruou: the horn goes to both of the first two.
                return PutFirstTwo(at);
            }

            return Put(at, Horn);
        }

        public bool Stroke()
        {
            var at = Letters.FindIndex(each => each.Letter == 'd');
            if (at != 0 || Letters[0].Mark != '\0')
            {
                return false;
            }

            Letters[0] = ('đ', '\0');
            return HasMark = true;
        }

        public string? Write()
        {
            var vowels = Vowels();
            if (vowels.Count == 0)
            {
                return null;
            }

            var carrier = tone == '\0' ? -1 : Carrier(vowels);
            var word = new StringBuilder();
            for (var at = 0; at < Letters.Count; at++)
            {
                word.Append(Letters[at].Letter);
                if (Letters[at].Mark != '\0')
                {
                    word.Append(Letters[at].Mark);
                }

                if (at == carrier)
                {
                    word.Append(tone);
                }
            }

            return word.ToString().Normalize(NormalizationForm.FormC);
        }

        private bool Put(int at, char mark)
        {
            Letters[at] = (Letters[at].Letter, mark);
            return HasMark = true;
        }

        private bool PutFirstTwo(int at)
        {
            if (at > 1 && Letters[at - 1].Letter == 'o' && Letters[at - 2] is ('u', '\0'))
            {
                Put(at - 2, Horn);
            }

            return Put(at - 1, Horn);
        }

        // The u of qu and the i of gi before another vowel belong to the onset.
        private List<int> Vowels()
        {
            var vowels = Enumerable.Range(0, Letters.Count).Where(at => IsVowel(Letters[at].Letter)).ToList();
            var glides = vowels.Count > 1 && vowels[0] == 1 && (Letters[0].Letter, Letters[1].Letter) is ('q', 'u') or ('g', 'i');
            return glides ? vowels[1..] : vowels;
        }

        /// <summary>Where the tone stands by today's rule: on the marked vowel, the last of two marked ones; else before the end of an open pair.</summary>
        private int Carrier(List<int> vowels)
        {
            var marked = vowels.FindLastIndex(at => Letters[at].Mark != '\0');
            if (marked >= 0)
            {
                return vowels[marked];
            }

            var isOpen = vowels[^1] == Letters.Count - 1;
            return vowels.Count switch
            {
                1 => vowels[0],
                2 => isOpen ? vowels[0] : vowels[1],
                _ => vowels[1],
            };
        }

        private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
    }
}
