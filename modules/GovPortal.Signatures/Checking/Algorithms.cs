using System.Security.Cryptography;
using GovPortal.Signatures.Pdf;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace GovPortal.Signatures.Checking;

/// <summary>Gives bytes in pieces, in order, to whoever computes with them.</summary>
internal delegate void SignedContent(Action<ReadOnlySpan<byte>> take);

/// <summary>Computes, and knows what no longer proves anything: SHA-1 and MD5 (collisions), RSA below 2,048 and curves below 224 bits (NIST SP 800-131A; Circular 39/2017/TT-BTTTT asks as much).</summary>
internal static class Algorithms
{
    private const string Md5 = "1.2.840.113549.2.5";
    private const string Sha1 = "1.3.14.3.2.26";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const int LeastRsaBits = 2_048;
    private const int LeastCurveBits = 224;

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        [Md5] = HashAlgorithmName.MD5,
        [Sha1] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    // Signature algorithms made with a weak hash: RSA and ECDSA and DSA with MD2, MD4, MD5 and SHA-1.
    private static readonly HashSet<string> WeakSignatures = ["1.2.840.113549.1.1.2", "1.2.840.113549.1.1.3", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.3.14.3.2.29", "1.2.840.10045.4.1", "1.2.840.10040.4.3"];

    // A signature of plain RSA or ECDSA says its hash beside it; together they have one name.
    private static readonly Dictionary<(string Key, string Hash), string> Together = new()
    {
        [(RsaEncryption, Md5)] = "1.2.840.113549.1.1.4",
        [(RsaEncryption, Sha1)] = "1.2.840.113549.1.1.5",
        [(RsaEncryption, "2.16.840.1.101.3.4.2.4")] = "1.2.840.113549.1.1.14",
        [(RsaEncryption, "2.16.840.1.101.3.4.2.1")] = "1.2.840.113549.1.1.11",
        [(RsaEncryption, "2.16.840.1.101.3.4.2.2")] = "1.2.840.113549.1.1.12",
        [(RsaEncryption, "2.16.840.1.101.3.4.2.3")] = "1.2.840.113549.1.1.13",
        [(EcPublicKey, Sha1)] = "1.2.840.10045.4.1",
        [(EcPublicKey, "2.16.840.1.101.3.4.2.4")] = "1.2.840.10045.4.3.1",
        [(EcPublicKey, "2.16.840.1.101.3.4.2.1")] = "1.2.840.10045.4.3.2",
        [(EcPublicKey, "2.16.840.1.101.3.4.2.2")] = "1.2.840.10045.4.3.3",
        [(EcPublicKey, "2.16.840.1.101.3.4.2.3")] = "1.2.840.10045.4.3.4",
    };

    public static string NameOf(string hash) => Hashes.TryGetValue(hash, out var known) ? known.Name! : hash;

    public static bool IsWeakHash(string hash) => hash is Md5 or Sha1 or "1.2.840.113549.2.2" or "1.2.840.113549.2.4";

    public static bool IsWeakSignature(AlgorithmIdentifier algorithm) => IsWeakHashOf(algorithm.Algorithm.Id);

    public static bool IsWeakHashOf(string signature) => WeakSignatures.Contains(signature);

    /// <summary>Name and length of a key that is too short to prove anything; null for one that is long enough.</summary>
    public static string? WeaknessOf(AsymmetricKeyParameter key) => key switch
    {
        RsaKeyParameters { Modulus.BitLength: < LeastRsaBits and var bits } => $"RSA-{bits}",
        ECPublicKeyParameters { Parameters.N.BitLength: < LeastCurveBits and var bits } => $"EC-{bits}",
        DsaPublicKeyParameters => "DSA",
        _ => null,
    };

    /// <exception cref="MalformedSignatureException">The hash is not known.</exception>
    public static byte[] Digest(string hash, SignedContent content)
    {
        if (Hashes.TryGetValue(hash, out var known))
        {
            using var digest = IncrementalHash.CreateHash(known);
            content(digest.AppendData);
            return digest.GetHashAndReset();
        }

        try
        {
            var digest = DigestUtilities.GetDigest(new DerObjectIdentifier(hash));
            content(digest.BlockUpdate);
            return DigestUtilities.DoFinal(digest);
        }
        catch (SecurityUtilityException fault)
        {
            throw new MalformedSignatureException($"The hash {hash} is not known.", fault);
        }
    }

    /// <summary>Whether a signature was made over something with the key that belongs to a public one.</summary>
    /// <exception cref="MalformedSignatureException">The algorithm is not known, or does not fit the key.</exception>
    public static bool Verify(AlgorithmIdentifier signature, AlgorithmIdentifier hash, AsymmetricKeyParameter key, SignedContent content, byte[] value)
    {
        try
        {
            var name = Together.TryGetValue((signature.Algorithm.Id, hash.Algorithm.Id), out var both) ? new AlgorithmIdentifier(new DerObjectIdentifier(both), DerNull.Instance) : signature;
            var calculator = new Asn1VerifierFactory(name, key).CreateCalculator();
            using (var stream = calculator.Stream)
            {
                content(piece => stream.Write(piece));
            }

            return calculator.GetResult().IsVerified(value);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or TooCostlyException or PdfFormatException))
        {
            // The library throws many kinds for keys and values that do not fit.
            throw new MalformedSignatureException("The signature's algorithm is not known, or does not fit the key.", fault);
        }
    }
}
