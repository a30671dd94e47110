namespace GovPortal.Signatures.Pdf;

/// <summary>
/// Says what one update did: everything that is not known to be harmless counts as a change of content.
/// Looks at the objects that existed before, for new objects are seen only where an old one refers to them.
/// </summary>
internal sealed class UpdateReview
{
    private readonly PdfState before;
    private readonly PdfState after;
    private readonly References references;
    private readonly FormReview form;
    private readonly bool isSigned;
    private readonly List<Change> changes = [];

    /// <param name="references">Those of the state before; those of the update are taken in.</param>
    /// <param name="signatures">Of the whole file.</param>
    /// <param name="isSigned">Whether the update ends in a signature, which vouches for what it says about itself.</param>
    private UpdateReview(PdfState before, PdfState after, References references, IReadOnlyList<FoundSignature> signatures, bool isSigned)
    {
        (this.before, this.after, this.references, this.isSigned) = (before, after, references, isSigned);
        form = new FormReview(before, after, signatures, changes);
    }

    public static IReadOnlyList<Change> Of(PdfState before, PdfState after, References references, IReadOnlyList<FoundSignature> signatures, bool isSigned)
    {
        var review = new UpdateReview(before, after, references, signatures, isSigned);
        review.Compare();
        return [.. review.changes.Distinct()];
    }

    private void Compare()
    {
        var added = after.Chain.Count - before.Chain.Count;
        if (added < 0 || !after.Chain.Skip(added).Select(s => s.Place).SequenceEqual(before.Chain.Select(s => s.Place)))
        {
            // An update that does not build on what was signed is another file.
            changes.Add(new Change(ChangeKind.Content, "Prev"));
            return;
        }

        CompareTrailers();
        var numbers = after.Chain.Take(added).SelectMany(section => section.Entries.Keys).Distinct().Where(n => after.EntryOf(n) != before.EntryOf(n)).ToArray();
        foreach (var number in numbers)
        {
            if (before.EntryOf(number).Kind != XrefKind.Free)
            {
                CompareObject(number, before.Object(number), after.Object(number));
            }
            else if (after.EntryOf(number).Kind != XrefKind.Free && (references.IsHeld(number) || !references.IsComplete))
            {
                // Something that was signed referred to nothing, and now shows this.
                changes.Add(new Change(ChangeKind.Content, $"Object {number}"));
            }
        }

        foreach (var number in numbers.Where(n => after.EntryOf(n).Kind != XrefKind.Free))
        {
            references.Add(after, number);
        }
    }

    private void CompareTrailers()
    {
        foreach (var key in PdfSameness.Differing(before.Trailer, after.Trailer))
        {
            if (key == "Info")
            {
                CompareInformation(before.Dictionary(before.Trailer["Info"]), after.Dictionary(after.Trailer["Info"]));
            }
            else if (key is "Root" or "Encrypt")
            {
                changes.Add(new Change(ChangeKind.Content, key));
            }
        }
    }

    private void CompareObject(int number, PdfValue old, PdfValue now)
    {
        if (PdfSameness.Same(old, now) || (IsTable(old) && IsTable(now)))
        {
            return;
        }

        if (IsAt(before.Trailer["Root"], number))
        {
            CompareCatalogs(number, (PdfDictionary)old, now as PdfDictionary ?? PdfDictionary.Empty);
        }
        else if (IsAt(before.Trailer["Info"], number) && references.IsHeldOnlyBy(number))
        {
            CompareInformation(before.Dictionary(old), after.Dictionary(now));
        }
        else if (IsEvidence(number) || IsMetadata(number))
        {
            changes.Add(new Change(ChangeKind.Evidence, $"Object {number}"));
        }
        else if (!form.Compare(number, old, now, references))
        {
            changes.Add(new Change(ChangeKind.Content, old is PdfDictionary d && d["Type"] is PdfName type ? $"{type.Value} {number}" : $"Object {number}"));
        }
    }

    private void CompareCatalogs(int number, PdfDictionary old, PdfDictionary now)
    {
        foreach (var key in PdfSameness.Differing(old, now))
        {
            switch (key)
            {
                case "AcroForm":
                    form.CompareForms(before.Dictionary(old[key]), after.Dictionary(now[key]));
                    break;
                case "DSS" or "Extensions" or "Version":
                    changes.Add(new Change(ChangeKind.Evidence, key));
                    break;
                case "Metadata" when isSigned:
                    changes.Add(new Change(ChangeKind.Evidence, key));
                    break;
                default:
                    changes.Add(new Change(ChangeKind.Content, $"Catalog {number}: {key}"));
                    break;
            }
        }
    }

    // When it was written, and with what, may change; a title changes what a reader is told the file is.
    private void CompareInformation(PdfDictionary old, PdfDictionary now)
    {
        foreach (var key in PdfSameness.Differing(old, now))
        {
            changes.Add(new Change(isSigned || key is "ModDate" or "Producer" ? ChangeKind.Evidence : ChangeKind.Content, $"Info: {key}"));
        }
    }

    private bool IsMetadata(int number) => isSigned && before.Trailer["Root"] is PdfReference root && IsAt(before.Catalog["Metadata"], number) && references.IsHeldOnlyBy(number, root.Number);

    // Dictionaries and lists of the store of evidence, and nothing that anything else uses too.
    private bool IsEvidence(int number)
    {
        for (var i = 0; i < 4 && before.Resolve(new PdfReference(number, 0)) is PdfDictionary or PdfArray; i++)
        {
            if (before.Trailer["Root"] is PdfReference root && IsAt(before.Catalog["DSS"], number))
            {
                return references.IsHeldOnlyBy(number, root.Number);
            }

            if (references.OnlyHolderOf(number) is not { } holder)
            {
                return false;
            }

            number = holder;
        }

        return false;
    }

    private static bool IsAt(PdfValue value, int number) => value is PdfReference reference && reference.Number == number;

    private static bool IsTable(PdfValue value) => value is PdfStream stream && stream.Dictionary.Is("Type", "XRef");
}
