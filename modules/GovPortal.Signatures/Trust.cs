using GovPortal.Signatures.Checking;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures;

/// <summary>What an outcome rests on: who is trusted, which revocation lists there are, and as of when it is asked.</summary>
public sealed class Trust
{
    private Trust(IReadOnlyList<X509Certificate> anchors, IReadOnlyList<X509Crl> crls, DateTime at) => (Anchors, Crls, At) = (anchors, crls, at);

    /// <summary>As of when, UTC.</summary>
    public DateTime At { get; }

    internal IReadOnlyList<X509Certificate> Anchors { get; }

    internal IReadOnlyList<X509Crl> Crls { get; }

    /// <param name="certificates">Files of trusted certificates, PEM or DER, one or several in each.</param>
    /// <param name="crls">Files of revocation lists, PEM or DER.</param>
    /// <exception cref="FormatException">A file holds no certificate, or no list; the message names it by its rank, from 1.</exception>
    public static Trust Read(IEnumerable<byte[]> certificates, IEnumerable<byte[]> crls, DateTimeOffset at) => new(
        [.. certificates.SelectMany((bytes, i) => ReadAll(bytes, $"Trust file {i + 1} holds no certificate (PEM or DER).", b => new X509CertificateParser().ReadCertificates(b))).Distinct()],
        [.. crls.SelectMany((bytes, i) => ReadAll(bytes, $"CRL file {i + 1} holds no revocation list (PEM or DER).", b => new X509CrlParser().ReadCrls(b)))],
        at.UtcDateTime);

    private static List<T> ReadAll<T>(byte[] bytes, string wrong, Func<byte[], IList<T>> read)
    {
        try
        {
            var found = read(bytes);
            return found.Count > 0 ? [.. found] : throw new FormatException(wrong);
        }
        catch (Exception fault) when (fault is not (FormatException or OutOfMemoryException))
        {
            throw new FormatException(wrong, fault);
        }
    }
}
