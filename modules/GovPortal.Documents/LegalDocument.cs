namespace GovPortal.Documents;

/// <summary>A legal or official document (văn bản) with the parts NĐ 30/2020 and NĐ 42/2022 ask for.</summary>
public sealed record LegalDocument
{
    /// <summary>Kind of document: Nghị định, Quyết định, Công văn …</summary>
    public string? Type { get; init; }

    /// <summary>Number and notation, for example <c>42/2022/NĐ-CP</c>; null where the source has none.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>First day on which it is no longer in force.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Trích yếu: what it is about.</summary>
    public required string Abstract { get; init; }
    public string? Signer { get; init; }
    public string? Field { get; init; }
    public string? FieldLabel { get; init; }

    /// <summary>Numbers of the official gazette.</summary>
    public string? Gazette { get; init; }
    public IReadOnlyList<DocumentFile> Files { get; init; } = [];

    /// <summary>Sanitised HTML; null where only files exist.</summary>
    public string? Text { get; init; }

    /// <summary>What its source says of its validity, where dates alone do not tell.</summary>
    public Validity? StatedValidity { get; init; }

    /// <summary>What it does to other documents, or they to it; null where nothing is known.</summary>
    public IReadOnlyList<DocumentRelation>? Relations { get; init; }

    /// <summary>Where it was taken from.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>“Nghị định 42/2022/NĐ-CP: …”, as lists and search show it.</summary>
    public string Title
    {
        get
        {
            var name = string.Join(' ', new[] { Type, Number }.OfType<string>());
            return name.Length == 0 ? Abstract : $"{name}: {Abstract}";
        }
    }
}

/// <param name="Url">Address of the file, absolute or below the site's root; null when only its name is known.</param>
public sealed record DocumentFile(string Name, string? Url);

/// <summary>A document that another replaces, amends, stands on …</summary>
/// <param name="Number">Number and notation, by which it is found wherever it is published.</param>
/// <param name="Name">Its abstract, where known.</param>
public sealed record DocumentRelation(RelationKind Kind, string Number, string? Name);

/// <summary>What a document has to do with another.</summary>
public enum RelationKind
{
    Replaces,
    Amends,
    Repeals,
    ReplacedBy,
    AmendedBy,
    RepealedBy,
    BasedOn,
    Guides,
    RelatedTo,
}

/// <summary>Whether a document is in force on a day.</summary>
public enum Validity
{
    /// <summary>Chưa có hiệu lực.</summary>
    NotYet,

    /// <summary>Còn hiệu lực.</summary>
    InForce,

    /// <summary>Hết hiệu lực một phần.</summary>
    PartlyExpired,

    /// <summary>Hết hiệu lực toàn bộ.</summary>
    Expired,

    /// <summary>Neither dates nor source tell.</summary>
    Unknown,
}
