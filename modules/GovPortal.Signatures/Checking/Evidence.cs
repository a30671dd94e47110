using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>What helps to judge a signature besides itself: certificates, revocation lists and answers of authorities (OCSP), from the file and from outside.</summary>
internal sealed record Evidence(IReadOnlyList<X509Certificate> Certificates, IReadOnlyList<X509Crl> Crls, IReadOnlyList<BasicOcspResp> Answers)
{
    public static readonly Evidence None = new([], [], []);

    // Adobe's attribute with lists and answers at the time of signing, and the same of CAdES (ETSI EN 319 122-1, A.1.5.2).
    private static readonly DerObjectIdentifier OfAdobe = new("1.2.840.113583.1.1.8");
    private static readonly DerObjectIdentifier OfCades = PkcsObjectIdentifiers.IdAAEtsRevocationValues;

    public Evidence With(Evidence other) => new([.. Certificates, .. other.Certificates], [.. Crls, .. other.Crls], [.. Answers, .. other.Answers]);

    /// <summary>What a signature carries itself.</summary>
    public static Evidence Of(SignedMessage message)
    {
        var (crls, answers) = (new List<X509Crl>(message.Crls), new List<BasicOcspResp>());
        foreach (var value in new[] { SignedMessage.OnlyValue(message.Signed, OfAdobe), SignedMessage.OnlyValue(message.Unsigned, OfCades) })
        {
            foreach (var tagged in value is Asn1Sequence sequence ? sequence.OfType<Asn1TaggedObject>() : [])
            {
                foreach (var item in Items(tagged))
                {
                    Take(() => crls.Add(new X509Crl(CertificateList.GetInstance(item))), tagged.TagNo == 0);
                    Take(() => answers.Add(Answer(item.GetEncoded())), tagged.TagNo == 1);
                }
            }
        }

        return new Evidence(message.Certificates, crls, answers);
    }

    /// <summary>Reads pieces that a file keeps for later checks; those that cannot be read are left out.</summary>
    public static Evidence Read(IEnumerable<byte[]> certificates, IEnumerable<byte[]> crls, IEnumerable<byte[]> answers)
    {
        var (c, l, a) = (new List<X509Certificate>(), new List<X509Crl>(), new List<BasicOcspResp>());
        foreach (var bytes in certificates)
        {
            Take(() => c.Add(new X509Certificate(Whole(bytes))));
        }

        foreach (var bytes in crls)
        {
            Take(() => l.Add(new X509Crl(Whole(bytes))));
        }

        foreach (var bytes in answers)
        {
            Take(() => a.Add(Answer(Whole(bytes))));
        }

        return new Evidence(c, l, a);
    }

    private static IEnumerable<Asn1Encodable> Items(Asn1TaggedObject tagged)
    {
        try
        {
            return tagged.GetExplicitBaseObject().ToAsn1Object() as Asn1Sequence ?? Enumerable.Empty<Asn1Encodable>();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or IOException)
        {
            return [];
        }
    }

    private static byte[] Whole(byte[] bytes) => bytes.AsSpan(0, DerShape.Measure(bytes)).ToArray();

    // Either with its status around it, or the answer alone.
    private static BasicOcspResp Answer(byte[] bytes) =>
        Asn1Object.FromByteArray(bytes) is Asn1Sequence { Count: > 0 } sequence && sequence[0] is DerEnumerated
            ? new OcspResp(bytes).GetResponseObject() as BasicOcspResp ?? throw new MalformedSignatureException("The authority gave no answer.")
            : new BasicOcspResp(BasicOcspResponse.GetInstance(bytes));

    private static void Take(Action read, bool isWanted = true)
    {
        if (!isWanted)
        {
            return;
        }

        try
        {
            read();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Evidence that cannot be read is none; what it would have shown is said to be missing.
        }
    }
}
