namespace GovPortal.Search.Asking;

/// <summary>How people write to friends, read as they would write to an office: <c>ko</c> is "không", <c>dk</c> is "đăng ký".</summary>
internal sealed class CasualWords
{
    private readonly Phrases phrases;
    private readonly List<List<QueryWord>> meant;

    /// <param name="lines"><c>k, ko = không</c>, one a line; commas divide spellings.</param>
    public CasualWords(IEnumerable<string> lines)
    {
        var pairs = lines.Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .SelectMany(sides => sides[0].Split(',', StringSplitOptions.TrimEntries).Select(said => (Said: said, Meant: QueryParser.Cut(sides[1])))).ToList();
        phrases = new Phrases(pairs.Select(pair => pair.Said));
        meant = [.. pairs.Select(pair => pair.Meant)];
    }

    /// <summary>Number of words of the casual spelling that begins at this word; 0 when none does.</summary>
    public int At(List<QueryWord> words, int at) => phrases.At(words, at);

    public List<QueryWord> Read(List<QueryWord> words)
    {
        List<QueryWord>? read = null;
        for (var at = 0; at < words.Count;)
        {
            var (length, number) = phrases.Find(words, at);
            if (length > 0)
            {
                read ??= words.GetRange(0, at);
                read.AddRange(meant[number]);
                at += length;
            }
            else
            {
                read?.Add(words[at]);
                at++;
            }
        }

        return read ?? words;
    }
}
