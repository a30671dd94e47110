using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>Judges who signed: whether the certificate leads to a trusted root, was valid when it was used, and was not taken back.</summary>
/// <param name="Proved">The time that a trusted time stamp proves; null without one.</param>
/// <param name="Claimed">The time that the signer says.</param>
internal sealed class ChainJudgement(CertificatePath path, Trust trust, Evidence evidence, DateTime? proved, DateTime? claimed, List<Reason> reasons)
{
    // Clocks of two computers differ by so much without anybody meaning harm.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly RevocationCheck revocations = new(evidence, trust);

    public string Chain { get; private set; } = "unknown";

    public Revocation Revocation { get; private set; } = new(RevocationState.Unknown);

    public void Judge()
    {
        Chain = JudgePath() ? "untrusted" : path.IsAnchored ? JudgeTimeNow() ? "trusted" : "unknown" : JudgeMissing();
        JudgeRevocation();
        for (var i = 1; i < path.Certificates.Count - 1; i++)
        {
            JudgeAuthority(path.Certificates[i], path.Certificates[i + 1]);
        }
    }

    /// <returns>Whether something is wrong with it for good.</returns>
    private bool JudgePath()
    {
        var before = reasons.Count;
        Add(path.Weakness());
        if (path.Signer.GetKeyUsage() is [false, false, ..])
        {
            reasons.Add(new Reason("not-for-signing", Weight.Bad, Names.Of(path.Signer)));
        }

        if ((proved ?? claimed) is { } time)
        {
            Add(path.FaultAt(time));
        }

        return reasons.Count > before;
    }

    // Where nothing proves that it was signed earlier, it must hold today too (ETSI EN 319 102-1, 5.2.6: no proof of existence).
    private bool JudgeTimeNow()
    {
        if (proved is not null)
        {
            return true;
        }

        if (claimed > trust.At + ClockTolerance)
        {
            reasons.Add(new Reason("clock", Weight.Unchecked, Moments.Write(claimed.Value), Moments.Write(trust.At)));
        }

        if (path.FaultAt(trust.At) is not { } fault)
        {
            return true;
        }

        reasons.Add(fault.Name switch
        {
            "expired" => new Reason("expired-since", Weight.Unchecked, fault.Values[0], fault.Values[1]),
            "not-yet-valid" => new Reason("clock", Weight.Unchecked, fault.Values[1], Moments.Write(trust.At)),
            _ => fault,
        });
        return false;
    }

    private string JudgeMissing()
    {
        var last = path.Certificates[^1];
        reasons.Add(trust.Anchors.Count == 0 ? new Reason("no-root", Weight.Unchecked, Names.Of(last))
            : path.EndsInRoot ? new Reason("foreign-root", Weight.Unchecked, Names.Of(last))
            : new Reason("issuer-missing", Weight.Unchecked, Names.OfIssuer(last)));
        return trust.Anchors.Count > 0 && path.EndsInRoot ? "untrusted" : "unknown";
    }

    private void JudgeRevocation()
    {
        if (path.Certificates.Count > 1)
        {
            Revocation = revocations.Of(path.Signer, path.Certificates[1], proved ?? trust.At);
        }

        switch (Revocation)
        {
            case { State: RevocationState.Revoked, Since: { } since } when since > trust.At || since > proved:
                Revocation = Revocation with { State = RevocationState.Good };
                reasons.Add(new Reason("revoked-later", Weight.Note, Moments.Write(since)));
                break;
            case { State: RevocationState.Revoked, Since: { } since }:
                reasons.Add(new Reason(since > claimed && proved is null ? "revoked-unproved" : "revoked", Weight.Bad, Moments.Write(since)));
                break;
            case { State: RevocationState.Unknown, IsStale: var isStale }:
                reasons.Add(new Reason(isStale ? "revocation-stale" : "revocation-missing", Weight.Unchecked, Names.OfIssuer(path.Signer)));
                break;
        }
    }

    private void JudgeAuthority(X509Certificate authority, X509Certificate issuer)
    {
        var revocation = revocations.Of(authority, issuer, proved ?? trust.At);
        if (revocation is { State: RevocationState.Revoked, Since: { } since } && !(since > trust.At || since > proved))
        {
            reasons.Add(new Reason("authority-revoked", Weight.Bad, Names.Of(authority), Moments.Write(since)));
            Chain = "untrusted";
        }
        else if (revocation.State == RevocationState.Unknown)
        {
            reasons.Add(new Reason("authority-unasked", Weight.Note, Names.Of(authority)));
        }
    }

    private void Add(Reason? reason)
    {
        if (reason is not null)
        {
            reasons.Add(reason);
        }
    }
}
