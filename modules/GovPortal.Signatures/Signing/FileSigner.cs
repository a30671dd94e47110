using System.Formats.Asn1;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using GovPortal.Signatures.Pdf;

namespace GovPortal.Signatures.Signing;

/// <summary>Signs a PDF as an update that keeps earlier signatures intact: PAdES B-B, and B-T with a time stamp (ETSI EN 319 142-1).</summary>
/// <param name="certificates">The signer's, with its private key, and those above it.</param>
/// <param name="stamp">Asks a time stamp authority; null for none.</param>
public sealed class FileSigner(X509Certificate2Collection certificates, ITimeStamps? stamp, TimeProvider clock)
{
    private const int LeastRsaBits = 2_048;
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";

    /// <exception cref="SigningRefusedException">The file, the certificate or the authority does not allow it.</exception>
    public async Task<byte[]> SignAsync(byte[] file, SigningWish wish, CancellationToken ct)
    {
        var certificate = Signer();
        try
        {
            var revision = SignatureRevision.Of(file, wish, clock.GetUtcNow());
            var signed = revision.With(await MessageAsync(certificate, revision.Covered, ct));
            Insist(file, signed);
            return signed;
        }
        catch (PdfFormatException fault)
        {
            throw new SigningRefusedException($"It is no PDF that can be signed: {fault.Message}", fault);
        }
        catch (TooCostlyException fault)
        {
            throw new SigningRefusedException(fault.Message, fault);
        }
    }

    private X509Certificate2 Signer()
    {
        var now = clock.GetUtcNow();
        var own = certificates.FirstOrDefault(c => c.HasPrivateKey) ?? throw new SigningRefusedException("There is no private key to sign with.");
        if (now < own.NotBefore || now > own.NotAfter)
        {
            throw new SigningRefusedException($"The certificate of {own.GetNameInfo(X509NameType.SimpleName, false)} is valid from {own.NotBefore:u} to {own.NotAfter:u} alone.");
        }

        using var rsa = own.GetRSAPublicKey();
        return rsa is { KeySize: < LeastRsaBits } ? throw new SigningRefusedException($"The key has {rsa.KeySize} bits; {LeastRsaBits} are needed.") : own;
    }

    // The time stands beside the message (/M), as the profile asks, and the certificate is named by its hash.
    private async Task<byte[]> MessageAsync(X509Certificate2 certificate, byte[] covered, CancellationToken ct)
    {
        var signed = new SignedCms(new ContentInfo(covered), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), NamedByHash(certificate)));
        foreach (var above in certificates.Where(c => !c.HasPrivateKey))
        {
            signer.Certificates.Add(above);
        }

        signed.ComputeSignature(signer);
        if (stamp is not null)
        {
            var token = await stamp.StampAsync(SHA256.HashData(signed.SignerInfos[0].GetSignature()), ct);
            signed.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(SignatureTimeStamp), token));
        }

        return signed.Encode();
    }

    private static byte[] NamedByHash(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }

    // What was written is checked as anybody would: the new signature holds, and no earlier one was spoilt.
    private static void Insist(byte[] before, byte[] after)
    {
        var trust = Trust.Read([], [], DateTimeOffset.MaxValue.AddYears(-1));
        var (old, now) = (FileCheck.Pdf(new MemoryStream(before), trust).Signatures, FileCheck.Pdf(new MemoryStream(after), trust).Signatures);
        var isKept = now.Count == old.Count + 1 && old.Zip(now).All(pair => pair.First.Intact == pair.Second.Intact && pair.First.ChangedAfter == pair.Second.ChangedAfter);
        if (!isKept || now[^1] is not { Intact: true, CoversWholeFile: true })
        {
            throw new SigningRefusedException("Signing would spoil an earlier signature, or the file is built so that the signature would not hold.");
        }
    }
}

/// <summary>Gives time stamps (RFC 3161).</summary>
public interface ITimeStamps
{
    /// <summary>A stamp over a SHA-256.</summary>
    /// <exception cref="SigningRefusedException">The authority does not answer, or not as it should.</exception>
    Task<byte[]> StampAsync(byte[] hash, CancellationToken ct);
}

/// <summary>A time stamp authority at an address.</summary>
public sealed class TimeStampServer(Uri address) : ITimeStamps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<byte[]> StampAsync(byte[] hash, CancellationToken ct)
    {
        var asked = Rfc3161TimestampRequest.CreateFromHash(hash, HashAlgorithmName.SHA256, requestSignerCertificates: true, nonce: RandomNumberGenerator.GetBytes(8));
        try
        {
            using var web = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = 1 << 20 };
            using var body = new ByteArrayContent(asked.Encode());
            body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await web.PostAsync(address, body, ct);
            answer.EnsureSuccessStatusCode();
            return asked.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _).AsSignedCms().Encode();
        }
        catch (Exception fault) when (fault is HttpRequestException or CryptographicException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new SigningRefusedException($"The time stamp authority {address} gave no stamp: {fault.Message}", fault);
        }
    }
}
