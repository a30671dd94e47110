using GovPortal.Signatures.Pdf;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.X509;
using Attribute = Org.BouncyCastle.Asn1.Cms.Attribute;

namespace GovPortal.Signatures.Checking;

/// <summary>A signature as a message of its own (CMS, RFC 5652): who signed, over which hash, with which certificates beside.</summary>
internal sealed class SignedMessage
{
    private const int MostCertificates = 200;
    private const int MostSigners = 200;

    private readonly CmsSignedData data;
    private readonly SignerInformation signer;

    private SignedMessage(CmsSignedData data, SignerInformation signer) => (this.data, this.signer) = (data, signer);

    public byte[] Value => signer.GetSignature();

    public Org.BouncyCastle.Asn1.Cms.AttributeTable? Unsigned => signer.UnsignedAttributes;

    public Org.BouncyCastle.Asn1.Cms.AttributeTable? Signed => signer.SignedAttributes;

    /// <summary>What is signed, where it stands within the message; null where it stands beside.</summary>
    public byte[]? Enclosed => data.SignedContent is CmsProcessableByteArray content ? ((MemoryStream)content.GetInputStream()).ToArray() : null;

    public bool IsTimeStampToken => data.SignedContentType.Id == PkcsObjectIdentifiers.IdCTTstInfo.Id;

    public IReadOnlyList<X509Certificate> Certificates { get; private init; } = [];

    public IReadOnlyList<X509Crl> Crls { get; private init; } = [];

    public string Hash => signer.DigestAlgorithmID.Algorithm.Id;

    /// <summary>When the signer says it was signed; nobody else vouches for it.</summary>
    public DateTime? SigningTime { get; private init; }

    /// <exception cref="MalformedSignatureException">It cannot be read, or has not exactly one signer.</exception>
    public static SignedMessage Parse(byte[] bytes) =>
        ParseAll(bytes) is [var only] ? only : throw new MalformedSignatureException("The signature has several signers where one belongs, or none.");

    /// <summary>The signatures within a message, one of each signer.</summary>
    /// <exception cref="MalformedSignatureException">It cannot be read.</exception>
    public static IReadOnlyList<SignedMessage> ParseAll(byte[] bytes)
    {
        var length = DerShape.Measure(bytes);
        return Guarded(() =>
        {
            var data = new CmsSignedData(bytes.AsSpan(0, length).ToArray());
            X509Certificate[] certificates = [.. data.GetCertificates().EnumerateMatches(null).Take(MostCertificates)];
            X509Crl[] crls = [.. data.GetCrls().EnumerateMatches(null).Take(MostCertificates)];
            return data.GetSignerInfos().GetSigners().Take(MostSigners).Select(signer => new SignedMessage(data, signer)
            {
                Certificates = certificates,
                Crls = crls,
                SigningTime = OnlyValue(signer.SignedAttributes, CmsAttributes.SigningTime) is { } time ? Time.GetInstance(time).ToDateTime() : null,
            }).ToArray();
        });
    }

    /// <summary>The signer's certificate, among those given or of its own; null where it is in neither.</summary>
    public X509Certificate? FindCertificate(IEnumerable<X509Certificate> others) =>
        Guarded(() => Certificates.Concat(others).Where(signer.SignerID.Match).OrderByDescending(IsNamed).FirstOrDefault());

    /// <summary>Whether the certificate is the one that the signer named by its hash (RFC 5035); true where none is named.</summary>
    public bool IsNamed(X509Certificate certificate) => Guarded(() =>
    {
        if (OnlyValue(signer.SignedAttributes, PkcsObjectIdentifiers.IdAASigningCertificateV2) is { } second)
        {
            var named = SigningCertificateV2.GetInstance(second).GetCerts()[0];
            return Algorithms.Digest(named.HashAlgorithm.Algorithm.Id, take => take(certificate.GetEncoded())).AsSpan().SequenceEqual(named.GetCertHash());
        }

        return OnlyValue(signer.SignedAttributes, PkcsObjectIdentifiers.IdAASigningCertificate) is not { } first
            || Algorithms.Digest("1.3.14.3.2.26", take => take(certificate.GetEncoded())).AsSpan().SequenceEqual(SigningCertificate.GetInstance(first).GetCerts()[0].GetCertHash());
    });

    /// <summary>Whether what was signed is as it was when it was signed.</summary>
    public bool IsIntact(SignedContent content) => Guarded(() =>
        signer.SignedAttributes is null || (OnlyValue(Signed, CmsAttributes.MessageDigest) is Asn1OctetString said
            && OnlyValue(Signed, CmsAttributes.ContentType) is DerObjectIdentifier kind && kind.Equals(data.SignedContentType)
            && Algorithms.Digest(Hash, content).AsSpan().SequenceEqual(said.GetOctets())));

    /// <summary>Whether the value was made with the key of a certificate.</summary>
    public bool IsBy(X509Certificate certificate, SignedContent content) => Guarded(() =>
    {
        var attributes = signer.GetEncodedSignedAttributes();
        return Algorithms.Verify(signer.SignatureAlgorithm, signer.DigestAlgorithmID, certificate.GetPublicKey(), attributes is null ? content : take => take(attributes), signer.GetSignature());
    });

    /// <summary>The one value of an attribute that stands once; null otherwise.</summary>
    public static Asn1Object? OnlyValue(Org.BouncyCastle.Asn1.Cms.AttributeTable? table, DerObjectIdentifier name) =>
        table?.GetAll(name) is { Count: 1 } all && all[0] is Attribute { AttrValues.Count: 1 } only ? only.AttrValues[0].ToAsn1Object() : null;

    /// <summary>Has the library read what a stranger wrote, for which it throws many kinds.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (MalformedSignatureException or OutOfMemoryException or TooCostlyException or PdfFormatException))
        {
            throw new MalformedSignatureException("The signature's value is no signature, or is damaged.", fault);
        }
    }
}
