using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using Lucene.Net.Analysis.Core;
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
        using var analyzer = new WhitespaceAnalyzer(Version);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer)))
        {
            foreach (var line in sources.SelectMany(lines => lines))
            {
                using var json = JsonDocument.Parse(line);
                var title = Strings(json.RootElement).FirstOrDefault(text => text.Length > 30) ?? "";
                writer.AddDocument([new StoredField("title", title), new TextField("all", VietnameseText.Fold(string.Join(' ', Strings(json.RootElement))), Field.Store.NO)]);
            }

            writer.ForceMerge(1);
        }

        searcher = new IndexSearcher(DirectoryReader.Open(directory));
    }

    public IReadOnlyList<string> Find(string text)
    {
        var query = new BooleanQuery();
        foreach (var word in VietnameseText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            query.Add(new TermQuery(new Term("all", word)), Occur.SHOULD);
        }

        return [.. searcher.Search(query, Hits).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("title", CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(each => Strings(each.Value)),
        _ => [],
    };
}
