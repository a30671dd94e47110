using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace GovPortal.Benchmarks.Running;

/// <summary>What a search costs without anything that makes it good: any of the words, in one folded field, by Lucene's own score.</summary>
internal sealed class PlainIndex
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const int Hits = 20;

    private readonly IndexSearcher searcher;

    public PlainIndex(string folder, params IEnumerable<string>[] sources)
    {
        var directory = FSDirectory.Open(folder);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, null)))
        {
            foreach (var line in sources.SelectMany(lines => lines))
            {
                using var json = JsonDocument.Parse(line);
                var title = Strings(json.RootElement).FirstOrDefault(text => text.Length > 30) ?? "";
                writer.AddDocument([new StoredField("title", title), new TextField("all", new Words(WordsOf(string.Join(' ', Strings(json.RootElement)))))]);
            }

            writer.ForceMerge(1);
        }

        searcher = new IndexSearcher(DirectoryReader.Open(directory));
    }

    public IReadOnlyList<string> Find(string text)
    {
        var query = new BooleanQuery();
        foreach (var word in WordsOf(text).Distinct())
        {
            query.Add(new TermQuery(new Term("all", word)), Occur.SHOULD);
        }

        return [.. searcher.Search(query, Hits).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("title", CultureInfo.InvariantCulture))];
    }

    private static string[] WordsOf(string text) => VietnameseText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(each => Strings(each.Value)),
        _ => [],
    };

    private sealed class Words : TokenStream
    {
        private readonly string[] words;
        private readonly ICharTermAttribute term;
        private int next;

        public Words(string[] words) => (this.words, term) = (words, AddAttribute<ICharTermAttribute>());

        public override bool IncrementToken()
        {
            ClearAttributes();
            return next < words.Length && term.SetEmpty().Append(words[next++]) is not null;
        }
    }
}
