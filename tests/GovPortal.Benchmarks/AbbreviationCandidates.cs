using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Core.Text;

namespace GovPortal.Benchmarks;

/// <summary>
/// Proposes abbreviations from the catalogue's own titles: the initials of phrases that many titles share, where one phrase is meant far oftener than
/// others of the same initials. A person reads the list and keeps what people write in <c>modules/GovPortal.Search/lexicon/abbreviations.txt</c>.
/// </summary>
internal sealed class AbbreviationCandidates : IBenchmark
{
    private const int Fewest = 3;
    private const int Longest = 7;
    private const int FewTitles = 8;
    private const double LeastShare = 0.5;

    // A phrase that mostly stands within one longer by a word is a piece of that.
    private const double PieceOfLonger = 0.6;
    private const int Shown = 400;

    // A phrase neither begins nor ends with these.
    private static readonly HashSet<string> joining = ["và", "của", "các", "cho", "trong", "theo", "với", "đối", "từ", "do", "bằng", "để", "về", "có", "là", "hoặc", "được", "khi", "tại", "trên", "đến", "ở", "bị", "một", "thủ", "tục", "trường", "hợp"];

    public string Name => "abbreviations";

    public string Describes => "proposes abbreviations from titles of procedures, for a person to read; measures nothing";

    public Task RunAsync(Workbench bench)
    {
        var candidates = Candidates(CountPhrases());
        foreach (var (brief, all) in candidates)
        {
            Console.WriteLine($"{brief} = {all[0].Key}  # {all[0].Value} titles{(all.Count > 1 ? $"; also {string.Join(", ", all.Skip(1).Take(2).Select(phrase => $"{phrase.Key} ({phrase.Value})"))}" : "")}");
        }

        bench.Figures["candidates"] = candidates.Count;
        return Task.CompletedTask;
    }

    private static Dictionary<string, int> CountPhrases()
    {
        var titles = Source.Procedures().Select(line => JsonNode.Parse(line)!["name"]!.GetValue<string>()).Distinct().ToList();
        var phrases = new Dictionary<string, int>();
        foreach (var title in titles)
        {
            foreach (var phrase in PhrasesOf(title))
            {
                phrases[phrase] = phrases.GetValueOrDefault(phrase) + 1;
            }
        }

        return phrases;
    }

    /// <summary>What may be shortened, with all it could mean, oftenest first.</summary>
    private static List<(string Short, List<KeyValuePair<string, int>> All)> Candidates(Dictionary<string, int> phrases)
    {
        var longer = new Dictionary<string, int>();
        foreach (var (phrase, titlesWith) in phrases)
        {
            foreach (var piece in new[] { phrase[(phrase.IndexOf(' ', StringComparison.Ordinal) + 1)..], phrase[..phrase.LastIndexOf(' ')] })
            {
                longer[piece] = Math.Max(longer.GetValueOrDefault(piece), titlesWith);
            }
        }

        return [.. phrases.Where(phrase => phrase.Value >= FewTitles && IsWhole(phrase.Key) && longer.GetValueOrDefault(phrase.Key) < PieceOfLonger * phrase.Value).GroupBy(phrase => Initials(phrase.Key))
            .Select(same => (Short: same.Key, All: same.OrderByDescending(phrase => phrase.Value).ThenBy(phrase => phrase.Key, StringComparer.Ordinal).ToList()))
            .Where(each => each.All[0].Value >= LeastShare * each.All.Sum(phrase => phrase.Value))
            .OrderByDescending(each => each.All[0].Value).ThenBy(each => each.Short, StringComparer.Ordinal).Take(Shown)];
    }

    /// <summary>Every phrase of a title between two signs, once each.</summary>
    private static HashSet<string> PhrasesOf(string title)
    {
        var phrases = new HashSet<string>();
        foreach (var part in VietnameseText.NormalizeLine(title).ToLowerInvariant().Split([',', ';', '.', '(', ')', '/', ':', '-', '–', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var from = 0; from < words.Length; from++)
            {
                for (var length = Fewest; length <= Longest + 1 && from + length <= words.Length; length++)
                {
                    if (words[from..(from + length)].All(word => word.All(char.IsLetter)))
                    {
                        phrases.Add(string.Join(' ', words[from..(from + length)]));
                    }
                }
            }
        }

        return phrases;
    }

    private static bool IsWhole(string phrase) => phrase.Split(' ') is { Length: <= Longest } words && !joining.Contains(words[0]) && !joining.Contains(words[^1]);

    private static string Initials(string phrase) => string.Concat(phrase.Split(' ').Where(word => word != "và").Select(word => word[0]));
}
