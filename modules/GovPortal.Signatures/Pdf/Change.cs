namespace GovPortal.Signatures.Pdf;

/// <summary>What an update did to a signed file, from harmless to not allowed (ISO 32000-2, 12.8.2.2).</summary>
internal enum ChangeKind
{
    /// <summary>Evidence for later checks (DSS), document time stamps, who wrote the file when.</summary>
    Evidence,

    /// <summary>A further signature with its field and its mark.</summary>
    Signature,

    /// <summary>A field of the form was filled in.</summary>
    FormField,

    /// <summary>A note was added to a page.</summary>
    Annotation,

    /// <summary>Anything else: contents, pages, fonts, titles, or bytes that are no update.</summary>
    Content,
}

/// <param name="Part">What was changed, in words of the format: <c>Page 12</c>, a field's name.</param>
internal sealed record Change(ChangeKind Kind, string Part);
