using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

internal enum RevocationState
{
    Unknown,
    Good,
    Revoked,
}

/// <param name="Since">Of a revoked certificate: since when.</param>
/// <param name="Source">Who said so: <c>CRL</c> or <c>OCSP</c>.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="IsStale">There is something, but older than is needed.</param>
internal sealed record Revocation(RevocationState State, DateTime? Since = null, string? Source = null, DateTime? SaidAt = null, bool IsStale = false);

/// <summary>Looks in lists and answers of the issuer whether it took a certificate back (RFC 5280, 6.3; RFC 6960).</summary>
internal sealed class RevocationCheck(Evidence evidence, Trust trust)
{
    private static readonly HashSet<string> KnownOfCrl = [X509Extensions.IssuingDistributionPoint.Id];

    /// <param name="neededAt">The time for which it must be known: an older list that has run out before says nothing of it.</param>
    public Revocation Of(X509Certificate certificate, X509Certificate issuer, DateTime neededAt)
    {
        var said = evidence.Crls.Concat(trust.Crls).Select(crl => OfCrl(crl, certificate, issuer, neededAt)).Concat(evidence.Answers.Select(a => OfAnswer(a, certificate, issuer, neededAt))).OfType<Revocation>().ToArray();
        return said.Where(r => r.State == RevocationState.Revoked).MinBy(r => r.Since)
            ?? said.Where(r => r.State == RevocationState.Good).MaxBy(r => r.SaidAt)
            ?? new Revocation(RevocationState.Unknown, IsStale: said.Any(r => r.IsStale));
    }

    private Revocation? OfCrl(X509Crl crl, X509Certificate certificate, X509Certificate issuer, DateTime neededAt)
    {
        if (!crl.IssuerDN.Equivalent(certificate.IssuerDN) || !Covers(crl, certificate) || issuer.GetKeyUsage() is [_, _, _, _, _, _, false, ..] || Algorithms.IsWeakHashOf(crl.SigAlgOid) || !trust.Proofs.IsSigned(crl, issuer))
        {
            return null;
        }

        if (crl.GetRevokedCertificate(certificate.SerialNumber) is { } entry)
        {
            return new Revocation(RevocationState.Revoked, InvalidSince(entry), "CRL", crl.ThisUpdate);
        }

        return IsFresh(crl.ThisUpdate, crl.NextUpdate, neededAt) ? new Revocation(RevocationState.Good, null, "CRL", crl.ThisUpdate) : new Revocation(RevocationState.Unknown, IsStale: true);
    }

    // A list of changes only, of some reasons, or of other issuers' certificates does not say that the rest is good.
    private static bool Covers(X509Crl crl, X509Certificate certificate)
    {
        if (crl.GetCriticalExtensionOids() is { } critical && !critical.All(KnownOfCrl.Contains))
        {
            return false;
        }

        if (crl.GetExtensionValue(X509Extensions.IssuingDistributionPoint) is not { } value)
        {
            return true;
        }

        var scope = IssuingDistributionPoint.GetInstance(Asn1Object.FromByteArray(value.GetOctets()));
        var isAuthority = certificate.GetBasicConstraints() >= 0;
        return !scope.IsIndirectCrl && scope.OnlySomeReasons is null && !scope.OnlyContainsAttributeCerts && !(scope.OnlyContainsUserCerts && isAuthority) && !(scope.OnlyContainsCACerts && !isAuthority);
    }

    // The key may have been lost before that was noticed (RFC 5280, 5.3.2).
    private static DateTime InvalidSince(X509CrlEntry entry)
    {
        var since = entry.RevocationDate;
        return entry.GetExtensionValue(X509Extensions.InvalidityDate) is { } value && Asn1GeneralizedTime.GetInstance(Asn1Object.FromByteArray(value.GetOctets())).ToDateTime() is var earlier && earlier < since ? earlier : since;
    }

    private static Revocation? OfAnswer(BasicOcspResp answer, X509Certificate certificate, X509Certificate issuer, DateTime neededAt)
    {
        try
        {
            if (answer.Responses.FirstOrDefault(r => r.GetCertID().SerialNumber.Equals(certificate.SerialNumber) && r.GetCertID().MatchesIssuer(issuer)) is not { } one || !IsBy(answer, issuer))
            {
                return null;
            }

            return one.GetCertStatus() switch
            {
                Org.BouncyCastle.Ocsp.RevokedStatus revoked => new Revocation(RevocationState.Revoked, revoked.RevocationTime, "OCSP", answer.ProducedAt),
                null when IsFresh(one.ThisUpdate, one.NextUpdate, neededAt) => new Revocation(RevocationState.Good, null, "OCSP", one.ThisUpdate),
                null => new Revocation(RevocationState.Unknown, IsStale: true),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // An answer that cannot be read says nothing.
            return null;
        }
    }

    // The issuer itself, or one that it lets answer (RFC 6960, 4.2.2.2).
    private static bool IsBy(BasicOcspResp answer, X509Certificate issuer)
    {
        if (Algorithms.IsWeakHashOf(BasicOcspResponse.GetInstance(answer.GetEncoded()).SignatureAlgorithm.Algorithm.Id))
        {
            return false;
        }

        return IsSigned(() => answer.Verify(issuer.GetPublicKey()))
            || answer.GetCerts().Any(c => c.IssuerDN.Equivalent(issuer.SubjectDN) && c.IsValid(answer.ProducedAt) && c.GetExtendedKeyUsage()?.Contains(KeyPurposeID.id_kp_OCSPSigning) == true
                && IsSigned(() => c.IsSignatureValid(issuer.GetPublicKey())) && IsSigned(() => answer.Verify(c.GetPublicKey())));
    }

    private static bool IsFresh(DateTime said, DateTime? next, DateTime neededAt) => said >= neededAt || next is null || next >= neededAt;

    private static bool IsSigned(Func<bool> verify)
    {
        try
        {
            return verify();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return false;
        }
    }
}
