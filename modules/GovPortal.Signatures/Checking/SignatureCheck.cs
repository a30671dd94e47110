using GovPortal.Signatures.Pdf;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>Looks at one signature: what it covers, who made it, when, and whether that can be relied on.</summary>
internal sealed class SignatureCheck
{
    private readonly Coverage coverage;
    private readonly SignedContent content;
    private readonly Trust trust;
    private readonly List<Reason> reasons = [];
    private readonly SignatureFacts start;
    private Evidence evidence;

    private SignatureCheck(Coverage coverage, SignedContent content, Trust trust, Evidence evidence)
    {
        (this.coverage, this.content, this.trust, this.evidence) = (coverage, content, trust, evidence);
        var after = coverage.After.Where(c => c.Kind is not (ChangeKind.Evidence or ChangeKind.Signature) || !coverage.Allows(c));
        start = new SignatureFacts { Field = coverage.Signature.Field, Kind = coverage.Signature.IsTimeStamp ? "timestamp" : "signature", CoversWholeFile = coverage.IsWholeFile, ChangedAfter = coverage.RangeFault is null && after.Any() };
    }

    /// <param name="content">The part of the file that it covers; asked for only where its range is sound.</param>
    /// <param name="stamp">A trusted time stamp of the whole document that was made after it; null for none.</param>
    public static SignatureFacts Of(Coverage coverage, SignedContent content, Trust trust, Evidence evidence, TimeStamp? stamp)
    {
        var check = new SignatureCheck(coverage, content, trust, evidence);
        var facts = check.Facts(stamp);
        return facts with { Why = [.. check.reasons.Distinct().OrderByDescending(r => r.Weight)] };
    }

    /// <summary>Looks at a signature that stands in a file of its own.</summary>
    public static SignatureFacts OfMessage(SignedMessage message, SignedContent content, Trust trust)
    {
        var whole = new Coverage(new FoundSignature("", 0, PdfDictionary.Empty, true), null, true, [], null, _ => false);
        var check = new SignatureCheck(whole, content, trust, Evidence.Of(message));
        var facts = check.OfMessage(message, null);
        return facts with { Why = [.. check.reasons.Distinct().OrderByDescending(r => r.Weight)] };
    }

    private SignatureFacts Facts(TimeStamp? stamp)
    {
        JudgeCoverage();
        if (coverage.Signature.Contents is not { } value)
        {
            return start;
        }

        try
        {
            if (coverage.Signature.SubFilter == "adbe.x509.rsa_sha1")
            {
                reasons.Add(new Reason("old-kind", Weight.Bad, coverage.Signature.SubFilter));
                return start;
            }

            var message = SignedMessage.Parse(value.Bytes);
            evidence = evidence.With(Evidence.Of(message));
            return coverage.Signature.IsTimeStamp || message.IsTimeStampToken ? OfStamp(value.Bytes) : OfMessage(message, stamp);
        }
        catch (MalformedSignatureException fault)
        {
            reasons.Add(new Reason("malformed", Weight.Bad, fault.Message));
            return start;
        }
    }

    private void JudgeCoverage()
    {
        if (coverage.RangeFault is { } fault)
        {
            reasons.Add(new Reason(fault, Weight.Bad));
        }

        // Beside a change it would only confuse that harmless things were added too.
        var after = coverage.After.Any(change => !coverage.Allows(change)) ? coverage.After.Where(change => !coverage.Allows(change)) : coverage.After;
        foreach (var group in after.GroupBy(change => (change.Kind, IsAllowed: coverage.Allows(change))))
        {
            var parts = string.Join(", ", group.Select(c => c.Part).Distinct().Take(5));
            reasons.Add(group.Key switch
            {
                (_, false) when group.All(c => c.Part.EndsWith(" bytes", StringComparison.Ordinal)) => new Reason("appended", Weight.Bad, parts),
                (_, false) => new Reason("changed", Weight.Bad, parts),
                (ChangeKind.Signature, _) => new Reason("signed-later", Weight.Note, parts),
                (ChangeKind.Evidence, _) => new Reason("evidence-later", Weight.Note),
                _ => new Reason("filled-later", Weight.Note, parts),
            });
        }
    }

    private SignatureFacts OfMessage(SignedMessage message, TimeStamp? ofDocument)
    {
        var certificate = message.FindCertificate(evidence.Certificates.Concat(trust.Anchors));
        var isIntact = JudgeIntegrity(message, certificate);
        var claimed = ClaimedTime(message.SigningTime, coverage.Signature.Dictionary["M"] is PdfString said ? SignatureFields.Words(said.Bytes) : "");
        if (certificate is null)
        {
            reasons.Add(new Reason("no-certificate", Weight.Unchecked));
            return start with { SignedAt = claimed is { } c ? Moments.Write(c) : null };
        }

        var stamp = StampOf(message) is { IsTrusted: true } own ? own : ofDocument;
        var proved = stamp?.Time;
        if (proved is null)
        {
            reasons.Add(new Reason("time-of-signer", Weight.Note));
        }

        var signedAt = proved ?? claimed;
        return WithCertificate(start with
        {
            Intact = isIntact,
            SignedAt = signedAt is { } at ? Moments.Write(at) : null,
            TimeStamped = proved is not null,
            TimeStampAuthority = stamp?.Authority,
        }, new CertificatePaths(trust, evidence.Certificates).Find(certificate), proved, claimed);
    }

    // The tools of Vietnamese agencies write their wall clock into the signature as if it were UTC, and the same time rightly beside it.
    private static DateTime? ClaimedTime(DateTime? signed, string beside)
    {
        var (moment, wall) = (Moments.ReadPdf(beside), Moments.ReadPdf(beside[..Math.Min(16, beside.Length)]));
        return signed is null || signed == wall ? moment : signed;
    }

    private bool JudgeIntegrity(SignedMessage message, X509Certificate? certificate)
    {
        if (Algorithms.IsWeakHash(message.Hash) || coverage.Signature.SubFilter == "adbe.pkcs7.sha1")
        {
            reasons.Add(new Reason("weak-hash", Weight.Bad, coverage.Signature.SubFilter == "adbe.pkcs7.sha1" ? "SHA1" : Algorithms.NameOf(message.Hash)));
        }

        if (coverage.RangeFault is not null)
        {
            return false;
        }

        var signed = content;
        if (coverage.Signature.SubFilter == "adbe.pkcs7.sha1")
        {
            var enclosed = message.Enclosed ?? [];
            signed = Algorithms.Digest("1.3.14.3.2.26", content).AsSpan().SequenceEqual(enclosed) ? take => take(enclosed) : take => take("not what was signed"u8);
        }

        var fault = !message.IsIntact(signed) ? "digest" : certificate is null ? null : !message.IsBy(certificate, signed) ? "value" : !message.IsNamed(certificate) ? "other-certificate" : null;
        if (fault is not null)
        {
            reasons.Add(new Reason(fault, Weight.Bad));
        }

        return fault is null && certificate is not null;
    }

    private TimeStamp? StampOf(SignedMessage message)
    {
        if (SignedMessage.OnlyValue(message.Unsigned, PkcsObjectIdentifiers.IdAASignatureTimeStampToken) is not { } token)
        {
            return null;
        }

        var stamp = TimeStamp.Check(token.GetEncoded(), take => take(message.Value), trust, evidence);
        if (stamp.Fault is { } fault)
        {
            reasons.Add(fault);
        }

        return stamp;
    }

    private SignatureFacts OfStamp(byte[] token)
    {
        if (coverage.RangeFault is not null)
        {
            return start;
        }

        var stamp = TimeStamp.Check(token, content, trust, evidence);
        if (stamp is not { Time: { } time, Path: { } path })
        {
            reasons.Add(new Reason("digest", Weight.Bad));
            return start;
        }

        if (stamp.Fault is { Name: "stamp-weak" } weak)
        {
            reasons.Add(weak with { Weight = Weight.Bad });
        }

        return WithCertificate(start with { Intact = true, SignedAt = Moments.Write(time), TimeStamped = stamp.IsTrusted, TimeStampAuthority = stamp.Authority }, path, stamp.IsTrusted ? time : null, time);
    }

    private SignatureFacts WithCertificate(SignatureFacts facts, CertificatePath path, DateTime? proved, DateTime? claimed)
    {
        var judgement = new ChainJudgement(path, trust, evidence, proved, claimed, reasons);
        judgement.Judge();
        var (certificate, revocation) = (path.Signer, judgement.Revocation);
        return facts with
        {
            Subject = Names.Of(certificate),
            Organization = Names.Organization(certificate.SubjectDN),
            ManagingUnit = Names.Unit(certificate.SubjectDN) ?? Names.Organization(certificate.SubjectDN),
            Issuer = Names.OfIssuer(certificate),
            IssuerOrganization = Names.Organization(certificate.IssuerDN),
            SerialNumber = certificate.SerialNumber.ToString(16).ToUpperInvariant(),
            Chain = judgement.Chain,
            ChainNames = [.. path.Certificates.Select(Names.Of)],
            Revocation = revocation.State switch { RevocationState.Good => "good", RevocationState.Revoked => "revoked", _ => "unknown" },
            RevocationSource = revocation.Source,
            RevocationAt = revocation.SaidAt is { } said ? Moments.Write(said) : null,
            ValidFrom = Moments.Write(certificate.NotBefore),
            ValidTo = Moments.Write(certificate.NotAfter),
            ValidNow = certificate.NotBefore <= trust.At && trust.At <= certificate.NotAfter && !(revocation.Since <= trust.At),
        };
    }
}
