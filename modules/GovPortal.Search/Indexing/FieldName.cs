namespace GovPortal.Search.Indexing;

/// <summary>Names of the index's fields that are not zones.</summary>
internal static class FieldName
{
    /// <summary>Key an entry is replaced and deleted by.</summary>
    public const string Id = "id";
    public const string Tenant = "tenant";

    /// <summary>Keys of the entry's own code or number.</summary>
    public const string Key = "key";

    /// <summary>Keys of documents the entry names in its title or summary.</summary>
    public const string Cited = "cited";

    public const string Published = "published";
    public const string Terms = "terms";

    /// <summary>A procedure's code as a number; 0 for others.</summary>
    public const string CodeOrder = "code-order";

    /// <summary>Number of the <see cref="Indexing.Level"/> a procedure is settled at.</summary>
    public const string Level = "level";

    /// <summary>Number of the <see cref="Indexing.Level"/> that the title itself says.</summary>
    public const string NamedLevel = "named-level";

    /// <summary>Number of the <see cref="DocumentKind"/> of a document.</summary>
    public const string Kind = "kind";

    /// <summary>1 for a paper that is given again, changed or taken back.</summary>
    public const string Again = "again";

    /// <summary>A number that entries of the same name share, whatever level their titles add.</summary>
    public const string TitleHash = "title-hash";

    /// <summary>Folded title, read while suggesting.</summary>
    public const string FoldedTitle = "folded-title";

    /// <summary>Marks an entry that names questions it answers before all others.</summary>
    public const string Answers = "answers";
    public const string ShownAnswers = "shown-answers";

    /// <summary>Keys of the documents that the entry puts out of force.</summary>
    public const string Replaces = "replaces";

    public const string Type = "type";
    public const string Code = "code";
    public const string Title = "shown-title";
    public const string Path = "path";
    public const string Summary = "shown-summary";
    public const string Body = "shown-body";
}
