using System.Globalization;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace GovPortal.Search.Indexing;

/// <summary>Turns an entry into what the index stores of it. Holds buffers, so one thread at a time.</summary>
internal sealed class EntryWriter
{
    // Enough for any snippet worth showing, little enough to read twenty of them in a millisecond; and in three bytes each it fits a value of the index.
    private const int MostShownLetters = 8_000;
    private const int MostLabelLetters = 300;

    private static readonly FieldType searched = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    private readonly WordList[] words = [.. Zone.All.Select(_ => new WordList())];
    private readonly StrongestZones strongest = new();
    private readonly WordStream[] wordStreams;
    private readonly WordStream[] pairStreams;

    static EntryWriter() => searched.Freeze();

    public EntryWriter()
    {
        wordStreams = [.. words.Select((list, zone) => new WordStream(list, 1, zone, strongest))];
        pairStreams = [.. words.Select((list, zone) => new WordStream(list, 2, zone, strongest))];
    }

    public static Term IdTerm(long itemId) => new(FieldName.Id, itemId.ToString(CultureInfo.InvariantCulture));

    public static Term TenantTerm(int tenantId) => new(FieldName.Tenant, tenantId.ToString(CultureInfo.InvariantCulture));

    public Document Write(SearchEntry entry)
    {
        var title = VietnameseText.NormalizeLine(entry.Title);
        var summary = VietnameseText.NormalizeLine(entry.Text.Summary ?? "");
        var body = VietnameseText.NormalizeLine(entry.Text.Body ?? "");
        var document = new Document();
        strongest.Clear();
        AddIdentity(document, entry, title);
        AddZone(document, Zone.Title, title);
        AddZone(document, Zone.Keywords, VietnameseText.NormalizeLine(entry.Text.Keywords ?? ""));
        AddZone(document, Zone.Summary, summary);
        AddZone(document, Zone.Body, body);
        AddKeys(document, entry, title, summary);
        AddTerms(document, entry);
        AddShown(document, FieldName.Summary, summary);
        AddShown(document, FieldName.Body, body);
        AddAnswers(document, entry.Text.Answers);
        return document;
    }

    private static void AddIdentity(Document document, SearchEntry entry, string title)
    {
        document.Add(new StringField(FieldName.Id, IdTerm(entry.ItemId).Text, Field.Store.NO));
        document.Add(new StringField(FieldName.Tenant, TenantTerm(entry.TenantId).Text, Field.Store.NO));
        document.Add(new NumericDocValuesField(FieldName.Id, entry.ItemId));
        document.Add(new NumericDocValuesField(FieldName.Tenant, entry.TenantId));
        document.Add(new NumericDocValuesField(FieldName.Published, entry.PublishedAt.UtcTicks));
        document.Add(new NumericDocValuesField(FieldName.CodeOrder, Keys.OrderOf(entry.Code)));
        var folded = Cut(VietnameseText.Fold(title), Zone.Title.MostLetters);
        var (core, named) = TitleCore.Of(folded);
        var level = named == Level.None ? LevelOf(entry.Terms) : named;
        document.Add(new NumericDocValuesField(FieldName.TitleHash, Keys.HashOf(core)));
        document.Add(new NumericDocValuesField(FieldName.Level, (long)level));
        document.Add(new NumericDocValuesField(FieldName.Kind, (long)(entry.Type == "document" ? DocumentKinds.Of(folded) : DocumentKind.None)));
        document.Add(new NumericDocValuesField(FieldName.NamedLevel, (long)named));
        document.Add(new NumericDocValuesField(FieldName.Again, TitleCore.IsAgain(core) ? 1 : 0));
        document.Add(new BinaryDocValuesField(FieldName.FoldedTitle, new BytesRef(folded)));
        document.Add(new StoredField(FieldName.Type, entry.Type));
        document.Add(new StoredField(FieldName.Title, title));
        document.Add(new StoredField(FieldName.Path, entry.Path));
        if (entry.Code is not null)
        {
            document.Add(new StoredField(FieldName.Code, entry.Code));
        }
    }

    private void AddZone(Document document, Zone zone, string text)
    {
        var list = words[zone.Number];
        list.Read(text.AsSpan(0, Math.Min(text.Length, zone.MostLetters)), zone.KeepsExact);
        document.Add(new NumericDocValuesField(zone.Length, zone == Zone.Title ? NamedWords(text, list.Count) : list.Count));
        if (list.Count == 0)
        {
            return;
        }

        document.Add(new Field(zone.Words, wordStreams[zone.Number], searched));
        if (zone.Pairs is not null)
        {
            wordStreams[zone.Number].Claim();
            pairStreams[zone.Number].Claim();
            document.Add(new Field(zone.Pairs, pairStreams[zone.Number], searched));
        }
    }

    // "Thủ tục" and "(thực hiện tại cấp tỉnh)" make no title longer.
    private static int NamedWords(string title, int words)
    {
        var core = TitleCore.Of(Cut(VietnameseText.Fold(title), Zone.Title.MostLetters)).Core;
        var (at, count) = (0, 0);
        while (WordForms.Next(core, ref at, out _))
        {
            count++;
        }

        return Math.Min(words, count);
    }

    // A procedure that several levels settle is met at the lowest.
    private static Level LevelOf(IReadOnlyList<ContentTerm> terms)
    {
        var levels = terms.Where(term => term.Kind == "level").Select(term => term.Value).ToHashSet();
        return levels.Contains("xa") ? Level.Commune : levels.Contains("tinh") ? Level.Province : levels.Contains("bo") ? Level.Ministry : Level.None;
    }

    private static void AddKeys(Document document, SearchEntry entry, string title, string summary)
    {
        var own = Keys.Of(entry.Code ?? "");
        foreach (var key in own)
        {
            document.Add(new StringField(FieldName.Key, key, Field.Store.NO));
        }

        foreach (var replaced in entry.Terms.Where(term => term.Kind == "replaces").SelectMany(term => Keys.Of(term.Label)).Distinct())
        {
            document.Add(new StringField(FieldName.Replaces, replaced, Field.Store.NO));
        }

        var named = Keys.NamedIn(title).Concat(Keys.NamedIn(Cut(summary, Zone.Summary.MostLetters))).Except(own);
        foreach (var key in named.Distinct())
        {
            document.Add(new StringField(FieldName.Cited, key, Field.Store.NO));
        }
    }

    private static void AddTerms(Document document, SearchEntry entry)
    {
        document.Add(new SortedSetDocValuesField(FieldName.Terms, new BytesRef(TermTable.Pack(FieldName.Type, entry.Type, entry.Type))));
        foreach (var term in entry.Terms.DistinctBy(term => (term.Kind, term.Value)))
        {
            var packed = TermTable.Pack(term.Kind, Cut(term.Value, MostLabelLetters), Cut(term.Label, MostLabelLetters));
            document.Add(new SortedSetDocValuesField(FieldName.Terms, new BytesRef(packed)));
        }
    }

    private static void AddAnswers(Document document, IReadOnlyList<string> answers)
    {
        if (answers.Count > 0)
        {
            document.Add(new StringField(FieldName.Answers, AnsweringEntries.Some, Field.Store.NO));
            document.Add(new StoredField(FieldName.ShownAnswers, string.Join('\n', answers)));
        }
    }

    private static void AddShown(Document document, string field, string text)
    {
        if (text.Length > 0)
        {
            // By itself, not among the stored fields: those are packed in blocks, and a hit would unpack its neighbours too.
            document.Add(new BinaryDocValuesField(field, new BytesRef(Cut(text, MostShownLetters))));
        }
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
