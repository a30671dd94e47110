using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovPortal.Signatures.Checking;

namespace GovPortal.Signatures;

/// <summary>What is known of one signature: the seven facts a citizen is shown, and what follows from them.</summary>
public sealed record SignatureFacts
{
    /// <summary><c>signature</c>, or <c>timestamp</c> for a time stamp of the whole document.</summary>
    public string Kind { get; init; } = "signature";

    /// <summary>Name of the form field that holds it.</summary>
    public string Field { get; init; } = "";

    /// <summary>Who signed, by the certificate.</summary>
    public string? Subject { get; init; }

    /// <summary>The organization of the signer.</summary>
    public string? Organization { get; init; }

    /// <summary>The unit that manages the signer: the unit named in the certificate, else the organization.</summary>
    public string? ManagingUnit { get; init; }

    /// <summary>The authority that issued the certificate.</summary>
    public string? Issuer { get; init; }

    public string? IssuerOrganization { get; init; }

    public string? SerialNumber { get; init; }

    /// <summary>UTC, <c>2026-11-29T09:08:37Z</c>; null where nobody says it.</summary>
    public string? SignedAt { get; init; }

    /// <summary>Whether a trusted time stamp proves the time; otherwise the signer says it.</summary>
    public bool TimeStamped { get; init; }

    public string? TimeStampAuthority { get; init; }

    /// <summary>Whether what the signature covers is as it was when it was signed.</summary>
    public bool Intact { get; init; }

    public bool CoversWholeFile { get; init; }

    /// <summary>Whether something other than further signatures and evidence was done to the file afterwards.</summary>
    public bool ChangedAfter { get; init; }

    /// <summary><c>trusted</c>, <c>untrusted</c> or <c>unknown</c>.</summary>
    public string Chain { get; init; } = "unknown";

    /// <summary>The certificates from the signer's up, by name.</summary>
    public IReadOnlyList<string> ChainNames { get; init; } = [];

    /// <summary><c>good</c>, <c>revoked</c> or <c>unknown</c>.</summary>
    public string Revocation { get; init; } = "unknown";

    /// <summary><c>CRL</c> or <c>OCSP</c>, and when it was issued.</summary>
    public string? RevocationSource { get; init; }

    public string? RevocationAt { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>Whether the certificate is within its days, and not revoked, as of when it is asked.</summary>
    public bool ValidNow { get; init; }

    /// <summary><c>trusted</c>, <c>bad</c> or <c>unchecked</c>.</summary>
    public string Verdict => Why.Any(r => r.Weight == Weight.Bad) ? "bad" : Why.Any(r => r.Weight == Weight.Unchecked) ? "unchecked" : "trusted";

    /// <summary>Sentences that say why, the weightiest first.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The same as names and values, for who says it in another language.</summary>
    [JsonPropertyName("codes")]
    public IReadOnlyList<Reason> Why { get; init; } = [];
}

/// <summary>What is known of the signatures of a file.</summary>
/// <param name="Signatures">In the order in which they were made.</param>
/// <param name="Reasons">What is to say of the whole file: that there is no signature, or that it could not be looked into.</param>
public sealed record SignatureReport(IReadOnlyList<SignatureFacts> Signatures, IReadOnlyList<string> Reasons, [property: JsonPropertyName("codes")] IReadOnlyList<Reason> Why)
{
    /// <summary>How a report stands in the database.</summary>
    internal static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The worst of its signatures: <c>bad</c>, else <c>unchecked</c>, else <c>trusted</c>. A file without any proves nothing, and is <c>unchecked</c>.</summary>
    public string Verdict => Signatures.Any(s => s.Verdict == "bad") ? "bad" : Signatures.Count == 0 || Why.Any(r => r.Weight != Weight.Note) || Signatures.Any(s => s.Verdict != "trusted") ? "unchecked" : "trusted";
}
