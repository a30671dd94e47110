using GovPortal.Signatures.Checking;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures;

/// <summary>What an outcome rests on: who is trusted, which revocation lists there are, and as of when it is asked.</summary>
public sealed class Trust
{
    private Trust(IReadOnlyList<X509Certificate> anchors, IReadOnlyList<X509Crl> crls, DateTime at) => (Anchors, Crls, At) = (anchors, crls, at);

    /// <summary>As of when, UTC.</summary>
    public DateTime At { get; }

    internal Proofs Proofs { get; private init; } = new();

    internal IReadOnlyList<X509Certificate> Anchors { get; }

    internal IReadOnlyList<X509Crl> Crls { get; }

    /// <param name="certificates">Files of trusted certificates, PEM or DER, one or several in each.</param>
    /// <param name="crls">Files of revocation lists, PEM or DER.</param>
    /// <exception cref="FormatException">A file holds no certificate, or no list; the message names it.</exception>
    public static Trust Read(IEnumerable<NamedBytes> certificates, IEnumerable<NamedBytes> crls, DateTimeOffset at) => new(
        [.. certificates.SelectMany(file => ReadAll(file, "certificate", b => new X509CertificateParser().ReadCertificates(b))).Distinct()],
        [.. crls.SelectMany(file => ReadAll(file, "revocation list", b => new X509CrlParser().ReadCrls(b)))],
        at.UtcDateTime);

    /// <summary>The same as of another time.</summary>
    internal Trust AsOf(DateTimeOffset at) => new(Anchors, Crls, at.UtcDateTime) { Proofs = Proofs };

    private static List<T> ReadAll<T>(NamedBytes file, string what, Func<byte[], IList<T>> read)
    {
        try
        {
            var found = read(file.Bytes);
            return found.Count > 0 ? [.. found] : throw new FormatException($"{file.Name} holds no {what} (PEM or DER).");
        }
        catch (Exception fault) when (fault is not (FormatException or OutOfMemoryException))
        {
            throw new FormatException($"{file.Name} holds no {what} (PEM or DER).", fault);
        }
    }
}

/// <summary>What a file holds, with the name a message calls it by.</summary>
public sealed record NamedBytes(string Name, byte[] Bytes);
