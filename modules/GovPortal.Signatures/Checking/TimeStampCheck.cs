using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>A time stamp (RFC 3161) and what it is worth.</summary>
/// <param name="Time">The time it says; null where it is broken.</param>
/// <param name="Path">The certificates of the authority.</param>
/// <param name="Fault">Why the time is not proved by it; null when it is.</param>
internal sealed record TimeStamp(DateTime? Time, CertificatePath? Path, Reason? Fault)
{
    public bool IsTrusted => Fault is null;

    public string? Authority => Path is null ? null : Names.Of(Path.Signer);

    /// <param name="stamped">What was stamped: a signature's value, or the covered part of a file.</param>
    public static TimeStamp Check(byte[] token, SignedContent stamped, Trust trust, Evidence evidence)
    {
        try
        {
            var message = SignedMessage.Parse(token);
            return SignedMessage.Guarded(() => Check(message, new TimeStampToken(new CmsSignedData(token.AsSpan(0, DerShape.Measure(token)).ToArray())), stamped, trust, evidence.With(Evidence.Of(message))));
        }
        catch (MalformedSignatureException)
        {
            return Broken(null);
        }
    }

    private static TimeStamp Check(SignedMessage message, TimeStampToken token, SignedContent stamped, Trust trust, Evidence evidence)
    {
        var info = token.TimeStampInfo;
        if (!Algorithms.Digest(info.MessageImprintAlgOid, stamped).AsSpan().SequenceEqual(info.GetMessageImprintDigest()) || message.FindCertificate(evidence.Certificates.Concat(trust.Anchors)) is not { } certificate)
        {
            return Broken(null);
        }

        var path = new CertificatePaths(trust, evidence.Certificates).Find(certificate);
        try
        {
            // Also that the authority may stamp at all, and could at that time.
            token.Validate(certificate);
        }
        catch (Exception fault) when (fault is TspException or CertificateException)
        {
            return Broken(path);
        }

        return new TimeStamp(info.GenTime, path, FaultOf(path, info.GenTime, message, info, trust, evidence));
    }

    private static Reason? FaultOf(CertificatePath path, DateTime time, SignedMessage message, TimeStampTokenInfo info, Trust trust, Evidence evidence)
    {
        if (Algorithms.IsWeakHash(info.MessageImprintAlgOid) || Algorithms.IsWeakHash(message.Hash) || path.Weakness() is not null)
        {
            return new Reason("stamp-weak", Weight.Note, Names.Of(path.Signer));
        }

        return path.IsAnchored && path.FaultAt(time) is null && !IsRevoked(path, time, trust, evidence) ? null : new Reason("stamp-unchecked", Weight.Note, Names.Of(path.Signer));
    }

    private static bool IsRevoked(CertificatePath path, DateTime time, Trust trust, Evidence evidence)
    {
        var revocations = new RevocationCheck(evidence, trust);
        return path.Certificates.Zip(path.Certificates.Skip(1)).Any(pair => revocations.Of(pair.First, pair.Second, time) is { State: RevocationState.Revoked, Since: var since } && since <= time);
    }

    private static TimeStamp Broken(CertificatePath? path) => new(null, path, new Reason("stamp-broken", Weight.Note));
}
