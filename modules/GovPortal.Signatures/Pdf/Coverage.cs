namespace GovPortal.Signatures.Pdf;

/// <summary>A signature and what it covers of its file.</summary>
/// <param name="RangeFault">Why its range covers nothing that can be relied on, the last word of a sentence's key; null when it does.</param>
/// <param name="After">What was done to the file afterwards.</param>
/// <param name="Permission">What a certifying signature allows, 1 to 3 (DocMDP, ISO 32000-1, 12.8.2.2); null where there is none.</param>
/// <param name="LockedFields">Tells of a field whether a signature locked it (FieldMDP, 12.8.2.4).</param>
internal sealed record Coverage(FoundSignature Signature, string? RangeFault, bool IsWholeFile, IReadOnlyList<Change> After, int? Permission, Func<string, bool> LockedFields)
{
    /// <summary>Whether the rules of the file let something be done after this signature. Without any, only signatures and evidence may follow.</summary>
    public bool Allows(Change change) => change.Kind switch
    {
        ChangeKind.Evidence => true,
        ChangeKind.Signature => Permission is not 1,
        ChangeKind.FormField => Permission is 2 or 3 && !LockedFields(change.Part),
        ChangeKind.Annotation => Permission is 3,
        _ => false,
    };
}

/// <summary>The signatures of a PDF file with what each covers.</summary>
/// <param name="IsEncrypted">The file is locked: its form cannot be read, and so nothing is known.</param>
/// <param name="Store">What the file keeps for later checks.</param>
internal sealed record PdfSignatures(IReadOnlyList<Coverage> All, bool IsEncrypted, SecurityStore Store)
{
    /// <summary>Signatures looked at of one file.</summary>
    public const int Most = 2_000;

    /// <summary>How far before the end of what is signed its start of reading may be said.</summary>
    private const int TailLength = 2_048;

    private const int HeaderWithin = 1_024;

    /// <exception cref="PdfFormatException">It is no PDF.</exception>
    /// <exception cref="TooCostlyException">It asks for more than one file may have.</exception>
    public static PdfSignatures Read(FileBytes bytes)
    {
        if (bytes.IndexOf("%PDF-"u8, 0, Math.Min(bytes.Length, HeaderWithin)) < 0)
        {
            throw new PdfFormatException("It does not begin as a PDF does.");
        }

        PdfState last;
        IReadOnlyList<FoundSignature> found;
        var tables = new XrefReader(bytes);
        try
        {
            last = PdfState.At(bytes, tables, bytes.Length, bytes.Length);
            if (last.Trailer["Encrypt"] is not PdfNull)
            {
                return new PdfSignatures([], true, SecurityStore.Empty);
            }

            found = SignatureFields.Find(last);
        }
        catch (PdfFormatException)
        {
            return OfDamaged(bytes);
        }

        // A form that shows none, where one once stood: it was taken out, or the end of the file is damaged.
        if (found.Count == 0)
        {
            return OfDamaged(bytes);
        }

        return found.Count > Most ? throw new TooCostlyException($"It holds {found.Count} signatures; {Most} are checked at most.") : new PdfSignatures(Cover(bytes, tables, last, found), false, SecurityStore.Of(last));
    }

    // Its structure cannot be read: what covers the whole file is still known to be as it was signed.
    private static PdfSignatures OfDamaged(FileBytes bytes) => new([.. DamagedFile.Find(bytes).Take(Most).Select(s =>
    {
        var fault = FaultOf(bytes, s);
        return new Coverage(s, fault, fault is null && s.End == bytes.Length, s.End == bytes.Length ? [] : [new Change(ChangeKind.Content, "xref")], null, _ => false);
    })], false, SecurityStore.Empty);

    private static List<Coverage> Cover(FileBytes bytes, XrefReader tables, PdfState last, IReadOnlyList<FoundSignature> found)
    {
        var faults = found.ToDictionary(s => s, s => FaultOf(bytes, s));
        var steps = new Steps(bytes, tables, last, found).Of([.. found.Where(s => faults[s] is null).Select(s => s.End).Distinct().Order()]);
        var permissions = found.Select(s => Transform(s, "DocMDP")).OfType<PdfDictionary>().Select(p => last.Resolve(p["P"]) is PdfNumber { Whole: >= 1 and <= 3 and var n } ? (int)n : 2).ToArray();
        var locks = found.Select(s => (s.End, Parameters: Transform(s, "FieldMDP"))).Where(l => l.Parameters is not null).ToArray();
        int? permission = permissions.Length > 0 ? permissions.Min() : null;
        return [.. found.Select(s => new Coverage(s, faults[s], faults[s] is null && s.End == bytes.Length, faults[s] is null ? [.. steps.Where(step => step.From >= s.End).SelectMany(step => step.Changes).Distinct()] : [], permission,
            field => locks.Any(l => IsLocked(l.Parameters!, field))))];

        PdfDictionary? Transform(FoundSignature s, string method) => last.Items(s.Dictionary["Reference"]).Select(last.Dictionary).Where(r => r.Is("TransformMethod", method)).Select(r => last.Dictionary(r["TransformParams"])).FirstOrDefault();

        bool IsLocked(PdfDictionary parameters, string field)
        {
            var names = last.Items(parameters["Fields"]).OfType<PdfString>().Select(n => SignatureFields.Words(n.Bytes)).ToArray();
            return parameters.Is("Action", "All") || (parameters.Is("Action", "Include") ? names.Contains(field) : parameters.Is("Action", "Exclude") && !names.Contains(field));
        }
    }

    // The range is everything but the signature's own value, from the first byte on (ISO 32000-1, 12.8.1).
    private static string? FaultOf(FileBytes bytes, FoundSignature signature) => signature switch
    {
        { ByteRange: null } or { Contents: null } or { StandsInFile: false } or { Dictionary.HasDoubles: true } => "range-missing",
        { ByteRange: [not 0, ..] } => "range-start",
        { ByteRange: [_, < 0, ..] or [_, _, < 0, _] or [_, _, _, < 0] } => "range-gap",
        { End: var end } when end <= 0 || end > bytes.Length => "range-beyond",
        { ByteRange: [_, var from, var to, _], Contents: { } value } when !(from == value.Start || from == value.Start + 1) || !(to == value.End || to == value.End - 1) || bytes.At(value.Start) != '<' => "range-gap",
        _ => null,
    };

    /// <summary>What was done between the ends of what signatures cover, and after the last.</summary>
    private sealed class Steps(FileBytes bytes, XrefReader tables, PdfState last, IReadOnlyList<FoundSignature> found)
    {
        /// <param name="ends">In order, each once.</param>
        public List<(long From, IReadOnlyList<Change> Changes)> Of(long[] ends)
        {
            var steps = new List<(long, IReadOnlyList<Change>)>();
            References? references = null;
            PdfState? before = null;
            for (var i = 0; i < ends.Length; i++)
            {
                before ??= StateAt(ends[i]);
                var next = i + 1 < ends.Length ? ends[i + 1] : bytes.Length;
                if (next == ends[i] || OnlyEndsALine(ends[i]))
                {
                    break;
                }

                var after = next == bytes.Length ? last : StateAt(next);
                steps.Add((ends[i], Between(before, after, ref references, ends.Contains(next))));
                before = after;
            }

            return steps;
        }

        private IReadOnlyList<Change> Between(PdfState? before, PdfState? after, ref References? references, bool isSigned)
        {
            if (before is null || after is null)
            {
                return [new Change(ChangeKind.Content, "xref")];
            }

            if (after.ReadFrom < before.End || !EndsCleanly(after))
            {
                return [new Change(ChangeKind.Content, $"{bytes.Length - before.End} bytes")];
            }

            try
            {
                references ??= References.Of(before);
                return UpdateReview.Of(before, after, references, found, isSigned);
            }
            catch (PdfFormatException)
            {
                return [new Change(ChangeKind.Content, "xref")];
            }
        }

        private PdfState? StateAt(long end)
        {
            try
            {
                var state = PdfState.At(bytes, tables, end, TailLength);
                return found.Where(s => s.End == end).All(s => state.EntryOf(s.Holder) == last.EntryOf(s.Holder)) ? state : null;
            }
            catch (PdfFormatException)
            {
                return null;
            }
        }

        private bool OnlyEndsALine(long from) => bytes.Length - from <= 2 && Enumerable.Range(0, (int)(bytes.Length - from)).All(i => bytes.At(from + i) is 10 or 13);

        private bool EndsCleanly(PdfState state)
        {
            var mark = bytes.IndexOf("%%EOF"u8, state.ReadFrom, Math.Min(state.End, state.ReadFrom + 256));
            for (var at = mark + 5; mark >= 0 && at < state.End; at++)
            {
                if (!PdfParser.IsSpace(bytes.At(at)))
                {
                    return false;
                }
            }

            return mark >= 0;
        }
    }
}
