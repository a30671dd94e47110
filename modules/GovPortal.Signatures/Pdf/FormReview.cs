namespace GovPortal.Signatures.Pdf;

/// <summary>What an update did to the form of a file, its fields and the notes on its pages.</summary>
internal sealed class FormReview(PdfState before, PdfState after, IReadOnlyList<FoundSignature> signatures, List<Change> changes)
{
    private static readonly string[] OfSigning = ["V", "AP", "AS", "M", "MK", "F", "DA", "DR"];
    private static readonly string[] OfFilling = ["V", "AP", "AS", "M", "RV", "I"];

    /// <summary>Looks at an object that was changed, if it is part of the form or a page that got a note.</summary>
    /// <returns>False for what is neither.</returns>
    public bool Compare(int number, PdfValue old, PdfValue now, References references)
    {
        if (now is PdfNull)
        {
            return false;
        }

        if (IsAt(before.Catalog["AcroForm"], number))
        {
            return references.IsHeldOnlyBy(number, NumberOf(before.Trailer["Root"])) && CompareForms(before.Dictionary(old), after.Dictionary(now));
        }

        var holder = references.OnlyHolderOf(number);
        return (old, now) switch
        {
            (PdfDictionary a, PdfDictionary b) when a.Is("Type", "Page") => ComparePages(number, a, b),
            (PdfDictionary a, PdfDictionary b) when KindOf(before, a) is { } kind => CompareFields(kind, a, b),
            (PdfArray a, PdfArray b) when holder is { } page && before.Object(page) is PdfDictionary p && p.Is("Type", "Page") && IsAt(p["Annots"], number) => CompareNotes(page, a.Items, b.Items),
            (PdfArray a, PdfArray b) when holder is { } form && IsForm(form) && IsAt(before.Dictionary(before.Catalog["AcroForm"])["Fields"], number) => CompareFieldLists(a.Items, b.Items),
            (PdfDictionary a, PdfDictionary b) when holder is { } form && IsForm(form) && IsAt(before.Dictionary(before.Catalog["AcroForm"])["DR"], number) => OnlyAdds(a, b),
            _ => false,
        };
    }

    /// <summary>Looks at the form itself: fields of signatures may be added, and fonts for their marks.</summary>
    public bool CompareForms(PdfDictionary old, PdfDictionary now)
    {
        foreach (var key in PdfSameness.Differing(old, now))
        {
            var isHarmless = key switch
            {
                "Fields" => CompareFieldLists(before.Items(old[key]), after.Items(now[key])),
                "SigFlags" => true,
                "DR" => OnlyAdds(before.Dictionary(old[key]), after.Dictionary(now[key])),
                "DA" => old[key] is PdfNull,
                _ => false,
            };
            if (!isHarmless)
            {
                changes.Add(new Change(ChangeKind.Content, $"AcroForm: {key}"));
            }
        }

        return true;
    }

    private bool CompareFieldLists(IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now)
    {
        if (!IsKept(old, now))
        {
            return false;
        }

        foreach (var field in now.Skip(old.Count))
        {
            Judge(field, ChangeKind.Content);
        }

        return true;
    }

    private bool ComparePages(int number, PdfDictionary old, PdfDictionary now)
    {
        var keys = PdfSameness.Differing(old, now).Except(["LastModified", "Tabs"]).ToArray();
        return keys is [] || (keys is ["Annots"] && CompareNotes(number, before.Items(old["Annots"]), after.Items(now["Annots"])));
    }

    private bool CompareNotes(int page, IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now)
    {
        if (!IsKept(old, now))
        {
            changes.Add(new Change(ChangeKind.Content, $"Annots {page}"));
            return true;
        }

        foreach (var note in now.Skip(old.Count))
        {
            Judge(note, ChangeKind.Annotation);
        }

        return true;
    }

    // A field or a note that was not there before.
    private void Judge(PdfValue added, ChangeKind otherwise)
    {
        var dictionary = after.Dictionary(added);
        var isNew = added is not PdfReference reference || before.EntryOf(reference.Number).Kind == XrefKind.Free;
        var kind = isNew && KindOf(after, dictionary) == "Sig" && SignatureAt(ValueOf(after, dictionary)) is { } signature ? KindOf(signature) : isNew ? otherwise : ChangeKind.Content;
        changes.Add(new Change(kind, dictionary["T"] is PdfString name ? SignatureFields.Words(name.Bytes) : dictionary["Subtype"] is PdfName subtype ? subtype.Value : "Annots"));
    }

    private bool CompareFields(string kind, PdfDictionary old, PdfDictionary now)
    {
        var keys = PdfSameness.Differing(old, now).ToArray();
        var name = old["T"] is PdfString t ? SignatureFields.Words(t.Bytes) : kind;
        if (kind == "Sig" && before.Resolve(old["V"]) is PdfNull && keys.All(OfSigning.Contains) && SignatureAt(now["V"]) is { } signature)
        {
            changes.Add(new Change(KindOf(signature), name));
            return true;
        }

        if (kind is "" or "Sig" || !keys.All(OfFilling.Contains))
        {
            return false;
        }

        changes.Add(new Change(ChangeKind.FormField, name));
        return true;
    }

    private FoundSignature? SignatureAt(PdfValue value) => value is PdfReference reference ? signatures.FirstOrDefault(s => s.Holder == reference.Number && s.End > before.End) : null;

    // A time stamp of the document is evidence: it says nothing of its own.
    private static ChangeKind KindOf(FoundSignature signature) => signature.IsTimeStamp ? ChangeKind.Evidence : ChangeKind.Signature;

    private bool IsForm(int holder) => IsAt(before.Catalog["AcroForm"], holder) || IsAt(before.Trailer["Root"], holder);

    // Everything that was there stands there still, in its order.
    private static bool IsKept(IReadOnlyList<PdfValue> old, IReadOnlyList<PdfValue> now) => now.Count >= old.Count && old.Zip(now).All(pair => PdfSameness.Same(pair.First, pair.Second));

    private bool OnlyAdds(PdfDictionary old, PdfDictionary now, int depth = 0) => depth < 4 && old.Entries.All(entry => PdfSameness.Same(entry.Value, now[entry.Key])
        || (before.Resolve(entry.Value) is PdfDictionary a && after.Resolve(now[entry.Key]) is PdfDictionary b && OnlyAdds(a, b, depth + 1))
        || (entry.Key == "ProcSet" && after.Resolve(now[entry.Key]) is PdfArray));

    /// <summary>Kind of a field or of the mark of one; null for what is no field.</summary>
    private static string? KindOf(PdfState state, PdfDictionary field)
    {
        for (var i = 0; i < 8; i++)
        {
            if (field["FT"] is PdfName kind)
            {
                return kind.Value;
            }

            field = state.Dictionary(field["Parent"]);
        }

        return null;
    }

    private static PdfValue ValueOf(PdfState state, PdfDictionary field) => field["V"] is PdfNull ? state.Dictionary(field["Parent"])["V"] : field["V"];

    private static int NumberOf(PdfValue value) => value is PdfReference reference ? reference.Number : 0;

    private static bool IsAt(PdfValue value, int number) => value is PdfReference reference && reference.Number == number;
}
