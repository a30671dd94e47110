using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GovPortal.Testing;

/// <summary>A passkey without a device: makes and shows one key as a browser would, and says so of whatever page it is told to.</summary>
/// <param name="origin">The page it believes to be on.</param>
public sealed class SoftPasskey(string origin) : IDisposable
{
    // Web Authentication, section 6.1: the person is there, was recognised, and a new key follows.
    private const byte IsThere = 0x01;
    private const byte WasRecognised = 0x04;
    private const byte HoldsKey = 0x40;

    private static readonly string[] Transports = ["internal"];

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string owner = "";
    private uint shown;

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public string Create(JsonElement options)
    {
        owner = options.GetProperty("user").GetProperty("id").GetString()!;
        var data = Data(options.GetProperty("rp").GetProperty("id").GetString()!, IsThere | WasRecognised | HoldsKey, [.. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()]);
        var attestation = new CborWriter(CborConformanceMode.Ctap2Canonical);
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return Answer(new { clientDataJSON = Text(Page("webauthn.create", options)), attestationObject = Text(attestation.Encode()), transports = Transports });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public string Show(JsonElement options)
    {
        var data = Data(options.GetProperty("rpId").GetString()!, IsThere | WasRecognised, []);
        var page = Page("webauthn.get", options);
        var signature = key.SignData([.. data, .. SHA256.HashData(page)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Text(page), authenticatorData = Text(data), signature = Text(signature), userHandle = owner });
    }

    public void Dispose() => key.Dispose();

    private byte[] Data(string domain, byte flags, byte[] more)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++shown);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. counter, .. more];
    }

    private byte[] Page(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    // ES256 on P-256 (RFC 9053).
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            writer.WriteInt32(label);
            writer.WriteInt32(value);
        }

        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Text(id), rawId = Text(id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
