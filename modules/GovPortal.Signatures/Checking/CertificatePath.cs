using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>A certificate, who issued it, who issued that, and so on.</summary>
/// <param name="Certificates">The signer's first.</param>
/// <param name="IsAnchored">It ends in a certificate that is trusted.</param>
/// <param name="EndsInRoot">It ends in one that vouches for itself; otherwise an issuer is missing.</param>
internal sealed record CertificatePath(IReadOnlyList<X509Certificate> Certificates, bool IsAnchored, bool EndsInRoot)
{
    public X509Certificate Signer => Certificates[0];

    /// <summary>Why the path does not hold at a time (RFC 5280, 6); null when it does.</summary>
    public Reason? FaultAt(DateTime time)
    {
        foreach (var (certificate, rank) in Certificates.Select((c, i) => (c, i)))
        {
            if (time < certificate.NotBefore || time > certificate.NotAfter)
            {
                return new Reason(time < certificate.NotBefore ? "not-yet-valid" : "expired", Weight.Bad, Names.Of(certificate), Moments.Write(time < certificate.NotBefore ? certificate.NotBefore : certificate.NotAfter), Moments.Write(time));
            }

            if (rank > 0 && !MayIssue(certificate))
            {
                return new Reason("no-authority", Weight.Bad, Names.Of(certificate));
            }
        }

        return FaultOfRules(time);
    }

    /// <summary>A key or a signature within the path that no longer proves anything; null when there is none.</summary>
    public Reason? Weakness()
    {
        foreach (var (certificate, rank) in Certificates.Select((c, i) => (c, i)))
        {
            if (Algorithms.WeaknessOf(certificate.GetPublicKey()) is { } key)
            {
                return new Reason("weak-key", Weight.Bad, Names.Of(certificate), key);
            }

            // Nobody relies on the signature that a root makes over itself.
            if (rank < Certificates.Count - 1 && Algorithms.IsWeakSignature(certificate.SignatureAlgorithm))
            {
                return new Reason("weak-certificate", Weight.Bad, Names.Of(certificate));
            }
        }

        return null;
    }

    private static bool MayIssue(X509Certificate certificate) => certificate.GetBasicConstraints() >= 0 && certificate.GetKeyUsage() is not [_, _, _, _, _, false, ..];

    // Lengths, names and policies that issuers laid down, and critical extensions.
    private Reason? FaultOfRules(DateTime time)
    {
        if (!IsAnchored || Certificates.Count == 1)
        {
            return null;
        }

        try
        {
            var settings = new PkixParameters(new HashSet<TrustAnchor> { new(Certificates[^1], null) }) { IsRevocationEnabled = false, Date = time };
            new PkixCertPathValidator().Validate(new PkixCertPath([.. Certificates.Take(Certificates.Count - 1)]), settings);
            return null;
        }
        catch (Exception fault) when (fault is PkixCertPathValidatorException or CertificateException or ArgumentException or InvalidOperationException)
        {
            return new Reason("path-rules", Weight.Bad, Names.Of(Signer), fault.Message);
        }
    }
}

/// <summary>Finds the path from a certificate to one that is trusted, among certificates that may be anybody's and may lead in circles.</summary>
internal sealed class CertificatePaths(Trust trust, IReadOnlyCollection<X509Certificate> others)
{
    private const int Longest = 10;
    private const int MostQuestions = 2_000;

    private int asked;

    /// <summary>The path to a trusted root; else to a trusted certificate that is no root; else as far as it can be followed.</summary>
    public CertificatePath Find(X509Certificate signer)
    {
        var found = Follow([signer]).ToArray();
        return found.OrderByDescending(p => p.IsAnchored).ThenByDescending(p => p.EndsInRoot).ThenByDescending(p => p.Certificates.Count).First();
    }

    private IEnumerable<CertificatePath> Follow(IReadOnlyList<X509Certificate> path)
    {
        var last = path[^1];
        var isRoot = last.SubjectDN.Equivalent(last.IssuerDN) && IsIssued(last, last);
        yield return new CertificatePath(path, trust.Anchors.Contains(last), isRoot);
        if (isRoot || path.Count >= Longest)
        {
            yield break;
        }

        foreach (var issuer in trust.Anchors.Concat(others).Distinct().Where(c => c.SubjectDN.Equivalent(last.IssuerDN) && !path.Contains(c) && IsIssued(last, c)))
        {
            foreach (var longer in Follow([.. path, issuer]))
            {
                yield return longer;
            }
        }
    }

    // So many ways from one to another were laid to keep somebody busy; what was found by then is all.
    private bool IsIssued(X509Certificate certificate, X509Certificate issuer) => ++asked <= MostQuestions && trust.Proofs.IsIssued(certificate, issuer);
}
