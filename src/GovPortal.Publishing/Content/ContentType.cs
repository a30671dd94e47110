using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Publishing.Content;

/// <summary>What a module tells the one content life about its type: its record, its address, what lists and search need of it.</summary>
public interface IContentType
{
    /// <summary>Name in the database and the API: <c>article</c>, <c>procedure</c>, <c>document</c>, <c>page</c>.</summary>
    string Name { get; }

    /// <summary>Name of the module that owns the type.</summary>
    string Module { get; }

    /// <summary>First segment of the type's addresses below the site, for example <c>tin-tuc</c>; empty for pages.</summary>
    string Path { get; }

    Type BodyType { get; }

    /// <summary>What stands in columns and terms, taken from a body.</summary>
    ContentFacts FactsOf(object body);

    /// <summary>What search may find an item by, taken from a body.</summary>
    SearchText TextOf(object body);

    /// <summary>Why this body cannot be saved; empty when it can.</summary>
    IReadOnlyList<Refusal> Check(object body);

    /// <summary>Why this body may be kept as a draft, and yet go neither to readers nor to whoever approves it; empty when it may. One refusal for each thing to mend.</summary>
    IReadOnlyList<Refusal> PublishBlockersOf(object body);

    /// <summary>The same, without what readers have already: that hinders nobody, the checker beside the text remarks on it.</summary>
    /// <param name="live">The version readers have; null when they have none.</param>
    IReadOnlyList<Refusal> PublishBlockersOf(object body, object? live) => live is null ? PublishBlockersOf(body) : [.. PublishBlockersOf(body).Except(PublishBlockersOf(live))];

    /// <summary>Name of the icon beside its items and its line at the desk; a theme that lacks it shows a plain one.</summary>
    string Icon { get; }

    /// <summary>Its place among the kinds of hits, ascending: most people look for a procedure, then for a document.</summary>
    int SearchOrder { get; }

    /// <summary>The parts that law or custom asks of a body of the type, there or missing; empty where nothing is counted.</summary>
    IReadOnlyList<CountedPart> PartsOf(object body);

    /// <summary>What may be a slip and holds nobody up, such as a document that expired before it is published.</summary>
    /// <param name="today">The agency's calendar day.</param>
    IReadOnlyList<Refusal> DoubtsOf(object body, DateOnly today);

    /// <summary>How complete a body is on a day. What holds it up is no warning besides.</summary>
    Completeness CompletenessOf(object body, DateOnly today)
    {
        var (parts, blockers) = (PartsOf(body), PublishBlockersOf(body).Select(blocker => blocker.Code).ToHashSet());
        return new(parts.Count(part => part.IsThere), parts.Count, [.. parts.Where(part => !part.IsThere).Select(part => part.Missing).Concat(DoubtsOf(body, today)).Where(warning => !blockers.Contains(warning.Code))]);
    }

    /// <summary>A body's words in both languages; null for a type without an English side.</summary>
    TwoSides? SidesOf(object body);

    /// <summary>Its place among what people write at the desk, ascending: what is written every week stands in sight, the rest is folded.</summary>
    int DeskOrder { get; }

    /// <summary>True for a type that people write at the desk, below <c>/quan-tri/</c> and the type's path.</summary>
    bool HasForm { get; }

    /// <summary>True for a type whose items are under fields of work, see <see cref="NamedKind.Field"/>.</summary>
    bool HasFields { get; }

    /// <summary>True for a type whose items answer what people ask of search: a question without an answer leads to its form.</summary>
    bool AnswersQuestions { get; }

    /// <summary>Every field of a body in words, for comparing two versions; empty where title, summary and text say all.</summary>
    /// <param name="say">The sentence of a text key.</param>
    IReadOnlyList<NamedText> FieldsOf(object body, Func<string, string> say);

    /// <summary>Stored fields that make sense only together, such as a picture and its description: an import changes all of a group or none.</summary>
    IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; }

    /// <summary>Address of the form of an item below the site's root; of a new one without a number.</summary>
    string FormPathOf(long? id = null);
}

/// <summary>The words of one item in both languages.</summary>
/// <param name="English">Null where nothing is written in English.</param>
public sealed record TwoSides(string Vietnamese, string? English);

/// <param name="Label">What people call the field.</param>
/// <param name="Text">Empty where the field is.</param>
public sealed record NamedText(string Label, string Text)
{
    /// <summary>What kind of text it is, so that it is compared as readers see it.</summary>
    public NamedTextKind Kind { get; init; }
}

/// <summary>How the text of a field is read.</summary>
public enum NamedTextKind
{
    Plain,

    /// <summary>Sanitised HTML.</summary>
    Markup,

    /// <summary>Address of a picture below the site's root.</summary>
    Picture,
}

/// <summary>A content type with a typed record.</summary>
public abstract class ContentType<TBody> : IContentType where TBody : class
{
    public abstract string Name { get; }
    public abstract string Module { get; }
    public abstract string Path { get; }
    public Type BodyType => typeof(TBody);

    public virtual bool HasForm => false;

    public virtual bool HasFields => false;

    public virtual bool AnswersQuestions => false;

    public virtual string Icon => "file";

    public virtual int SearchOrder => 10;

    public virtual int DeskOrder => 10;

    public virtual IReadOnlyList<IReadOnlyList<string>> FieldGroups => [];

    /// <summary>First segment of the form's address below <c>/quan-tri/</c>.</summary>
    protected virtual string FormPath => Path;

    public string FormPathOf(long? id = null) => $"/quan-tri/{FormPath}/{id?.ToString(CultureInfo.InvariantCulture) ?? "moi"}";

    protected abstract ContentFacts Facts(TBody body);
    protected abstract SearchText Text(TBody body);
    protected abstract IReadOnlyList<Refusal> Check(TBody body);
    protected virtual IReadOnlyList<Refusal> PublishBlockers(TBody body) => [];
    protected virtual TwoSides? Sides(TBody body) => null;
    protected virtual IReadOnlyList<CountedPart> Parts(TBody body) => [];
    protected virtual IReadOnlyList<Refusal> Doubts(TBody body, DateOnly today) => [];
    protected virtual IReadOnlyList<NamedText> Fields(TBody body, Func<string, string> say) => [];

    ContentFacts IContentType.FactsOf(object body) => Facts((TBody)body);
    SearchText IContentType.TextOf(object body) => Text((TBody)body);
    IReadOnlyList<NamedText> IContentType.FieldsOf(object body, Func<string, string> say) => Fields((TBody)body, say);
    IReadOnlyList<Refusal> IContentType.PublishBlockersOf(object body) => PublishBlockers((TBody)body);
    TwoSides? IContentType.SidesOf(object body) => Sides((TBody)body);
    IReadOnlyList<CountedPart> IContentType.PartsOf(object body) => Parts((TBody)body);
    IReadOnlyList<Refusal> IContentType.DoubtsOf(object body, DateOnly today) => Doubts((TBody)body, today);
    IReadOnlyList<Refusal> IContentType.Check(object body) => Check((TBody)body) is { Count: > 0 } refusals ? refusals : [.. Facts((TBody)body).Check()];
}

/// <summary>What of an item stands in columns, so that lists never open a body.</summary>
/// <param name="Title">Plain text, at most <see cref="TitleLength"/> characters.</param>
/// <param name="Slug">Wanted last segment of the address; made unique within site and type when it is saved.</param>
public sealed record ContentFacts(string Title, string Slug)
{
    public const int TitleLength = 2_000;

    /// <summary>What stands in an index: PostgreSQL takes at most 2,704 bytes there.</summary>
    public const int KeyLength = 500;

    /// <summary>A procedure's code or a document's number; null for others.</summary>
    public string? Code { get; init; }

    /// <summary>Plain text for cards.</summary>
    public string? Summary { get; init; }

    /// <summary>Picture for cards, relative to the site's root.</summary>
    public string? Picture { get; init; }
    public string? PictureAlt { get; init; }

    /// <summary>The day lists sort by where it is not the day of publication, for example a document's day of issue.</summary>
    public DateOnly? SortOn { get; init; }

    /// <summary>Type-specific small print for list rows, at most a few hundred bytes of JSON; null when there is none.</summary>
    public string? ListJson { get; init; }

    public IReadOnlyList<ContentTerm> Terms { get; init; } = [];

    /// <summary>What would not fit into its column.</summary>
    internal IEnumerable<Refusal> Check() =>
    [
        .. Checks.NotLonger(Title, TitleLength, "title"),
        .. Checks.NotLonger(Slug, KeyLength, "slug"),
        .. Checks.NotLonger(Code, KeyLength, "code"),
        .. Terms.SelectMany(term => Checks.NotLonger(term.Value, KeyLength, term.Kind).Concat(Checks.NotLonger(term.Label, TitleLength, term.Kind)).Take(1)),
    ];
}

/// <summary>One thing a list or the finder can filter by.</summary>
/// <param name="Kind">For example <c>category</c>, <c>field</c>, <c>agency</c>, <c>year</c>, <c>document-type</c>, <c>level</c>, <c>subject</c>.</param>
/// <param name="Value">Stable and usable in an address: a slug, a code or a number.</param>
public sealed record ContentTerm(string Kind, string Value, string Label);

/// <summary>What search may find an item by; plain text, most telling part first.</summary>
public sealed record SearchText
{
    /// <summary>Other names and keywords a citizen may use; weighs almost as much as the title.</summary>
    public string? Keywords { get; init; }

    /// <summary>Abstract or lead; weighs more than the body and makes the snippet when nothing else matches.</summary>
    public string? Summary { get; init; }

    public string? Body { get; init; }

    /// <summary>
    /// What people say when this item is the answer, before all others: words in order, <c>..</c> for a few words between. Empty for most.
    /// </summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}
