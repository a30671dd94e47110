using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Tests;

/// <summary>An authority made for tests: a root, an intermediate, signers, revocation lists and a time stamp authority.</summary>
internal sealed class TestPki
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When documents of tests are signed and checked.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    private int serial = 100;

    public TestPki(string name = "thử")
    {
        Root = SelfSigned($"CN=Root {name}, O=Cơ quan chứng thực {name}", Start, Start.AddYears(20));
        Authority = Issue($"CN=CA chuyên dùng {name}, O=Cơ quan chứng thực {name}", Root, isAuthority: true);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Authority { get; }

    public static X509Certificate2 SelfSigned(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(from, to);
    }

    /// <summary>A certificate of a signer, unless said otherwise of the authority, for two years.</summary>
    public X509Certificate2 Issue(string name, X509Certificate2? issuer = null, bool isAuthority = false, DateTimeOffset? from = null, DateTimeOffset? to = null, AsymmetricAlgorithm? key = null, HashAlgorithmName? hash = null, bool isStamp = false, bool answers = false, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)
    {
        key ??= ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key is RSA rsa ? new CertificateRequest(new X500DistinguishedName(name), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(new X500DistinguishedName(name), (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, isAuthority, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : usage, true));
        if (isStamp || answers)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(isStamp ? "1.3.6.1.5.5.7.3.8" : "1.3.6.1.5.5.7.3.9")], true));
        }

        issuer ??= Authority;
        var generator = X509SignatureGenerator.CreateForECDsa(issuer.GetECDsaPrivateKey()!);
        var issued = request.Create(issuer.SubjectName, hash is { } weak ? new WeakGenerator(generator, issuer.GetECDsaPrivateKey()!, weak) : generator, from ?? Start.AddDays(1), to ?? Start.AddYears(2), [1, (byte)(++serial >> 8), (byte)serial]);
        return key is RSA r ? issued.CopyWithPrivateKey(r) : issued.CopyWithPrivateKey((ECDsa)key);
    }

    /// <summary>The authority's list of what it took back.</summary>
    public byte[] Crl(X509Certificate2? issuer = null, DateTimeOffset? at = null, DateTimeOffset? next = null, params (X509Certificate2 Certificate, DateTimeOffset Since)[] revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var (certificate, since) in revoked)
        {
            builder.AddEntry(certificate, since);
        }

        issuer ??= Authority;
        var key = X509AuthorityKeyIdentifierExtension.CreateFromIssuerNameAndSerialNumber(issuer.SubjectName, issuer.SerialNumberBytes.Span);
        return builder.Build(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(issuer.GetECDsaPrivateKey()!), 1, next ?? Now.AddDays(30), HashAlgorithmName.SHA256, key, at ?? Now);
    }

    /// <summary>What the authority, or one that answers for it, says of a certificate.</summary>
    public static byte[] Answer(X509Certificate2 certificate, X509Certificate2 issuer, X509Certificate2 answers, DateTimeOffset at, DateTimeOffset? revoked = null)
    {
        var parser = new X509CertificateParser();
        var (by, pair) = (parser.ReadCertificate(answers.RawData), DotNetUtilities.GetKeyPair(answers.GetECDsaPrivateKey()!));
        var generator = new BasicOcspRespGenerator(new RespID(by.SubjectDN));
#pragma warning disable CA5350 // The protocol names issuers by SHA-1 (RFC 6960, 4.1.1).
        var (name, key) = (SHA1.HashData(issuer.SubjectName.RawData), SHA1.HashData(issuer.PublicKey.EncodedKeyValue.RawData));
#pragma warning restore CA5350
        var asked = new CertificateID(new Org.BouncyCastle.Asn1.Ocsp.CertID(new Org.BouncyCastle.Asn1.X509.AlgorithmIdentifier(new DerObjectIdentifier("1.3.14.3.2.26"), DerNull.Instance), new DerOctetString(name), new DerOctetString(key), new DerInteger(parser.ReadCertificate(certificate.RawData).SerialNumber)));
        generator.AddResponse(asked, revoked is { } since ? new RevokedStatus(since.UtcDateTime) : CertificateStatus.Good, at.UtcDateTime, at.AddDays(7).UtcDateTime, null);
        return generator.Generate(new Asn1SignatureFactory("SHA256WITHECDSA", pair.Private), [by], at.UtcDateTime).GetEncoded();
    }

    /// <summary>A function that signs the bytes of a document.</summary>
    public Func<byte[], byte[]> Signer(X509Certificate2 certificate, DateTimeOffset? at = null, string? hash = null, Func<byte[], byte[]>? stamp = null, RSASignaturePadding? padding = null, params X509Certificate2[] others) => content =>
    {
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid(hash ?? "2.16.840.1.101.3.4.2.1"), SignaturePadding = padding };
        signer.SignedAttributes.Add(new Pkcs9SigningTime((at ?? Now).UtcDateTime));
        foreach (var other in others.Length > 0 ? others : [Authority])
        {
            signer.Certificates.Add(other);
        }

        signed.ComputeSignature(signer);
        if (stamp is not null)
        {
            signed.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.14"), stamp(signed.SignerInfos[0].GetSignature())));
        }

        return signed.Encode();
    };

    /// <summary>A function that stamps bytes with a time.</summary>
    public static Func<byte[], byte[]> Stamper(X509Certificate2 authority, DateTimeOffset at, params X509Certificate2[] above) => stamped => StampOfHash(authority, at, SHA256.HashData(stamped), above);

    /// <summary>A time stamp over a SHA-256.</summary>
    public static byte[] StampOfHash(X509Certificate2 authority, DateTimeOffset at, byte[] hash, params X509Certificate2[] above)
    {
        var certificate = new X509CertificateParser().ReadCertificate(authority.RawData);
        var generator = new TimeStampTokenGenerator(DotNetUtilities.GetKeyPair(authority.GetECDsaPrivateKey()!).Private, certificate, TspAlgorithms.Sha256, "1.2.3.4");
        generator.SetCertificates(Org.BouncyCastle.Utilities.Collections.CollectionUtilities.CreateStore([certificate, .. above.Select(c => new X509CertificateParser().ReadCertificate(c.RawData))]));
        var asked = new TimeStampRequestGenerator();
        asked.SetCertReq(true);
        return generator.Generate(asked.Generate(TspAlgorithms.Sha256, hash, BigInteger.One), BigInteger.One, at.UtcDateTime).GetEncoded();
    }

    public Trust Trusts(DateTimeOffset? at = null, params byte[][] crls) => Trust.Read([new NamedBytes("root", Root.RawData)], (crls.Length > 0 ? crls : [Crl(), Crl(Root)]).Select(crl => new NamedBytes("crl", crl)), at ?? Now);

    // .NET lets nobody sign certificates with SHA-1 by default hash names that fit the key; this does as asked.
    private sealed class WeakGenerator(X509SignatureGenerator real, ECDsa key, HashAlgorithmName hash) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.4.1");
            }

            return writer.Encode();
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence);

        protected override PublicKey BuildPublicKey() => real.PublicKey;
    }
}
