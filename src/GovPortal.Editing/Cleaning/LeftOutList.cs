using GovPortal.Core.Text;

namespace GovPortal.Editing.Cleaning;

/// <summary>Notes what is left out while a text is copied, each with the words before it.</summary>
internal sealed class LeftOutList
{
    private const int WordsNear = 40;

    // Who pastes a page made by machine needs no thousand remarks.
    private const int Most = 200;

    private readonly List<LeftOut> all = [];
    private string near = "";

    public IReadOnlyList<LeftOut> All => all;

    /// <summary>Words went by.</summary>
    public void Pass(string words) => near = words.Length > 2 * WordsNear ? words[^(2 * WordsNear)..] : near.Length > 2 * WordsNear ? near[^WordsNear..] + words : near + words;

    public void Add(LeftOutKind kind, string source)
    {
        if (kind == LeftOutKind.Hidden && all is [.., { Kind: LeftOutKind.Hidden } last] && last.Near == Near())
        {
            // Hidden rows follow each other by the hundred; one remark stands for the place.
            all[^1] = last with { Source = WordHtml.Shorten($"{last.Source} {source}") };
        }
        else if (all.Count < Most)
        {
            all.Add(new LeftOut(kind, source.Length > 300 ? source[..300] + "…" : source, Near()));
        }
    }

    private string Near()
    {
        var line = VietnameseText.NormalizeLine(near);
        return line.Length <= WordsNear ? line : "…" + line[(line.IndexOf(' ', line.Length - WordsNear - 1) is >= 0 and var space && space < line.Length - 10 ? space + 1 : line.Length - WordsNear)..];
    }
}
