using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Signatures.Checking;

namespace GovPortal.Signatures;

/// <summary>Says what was found in the words of the visitor's language, with times as the clock on the agency's wall shows them.</summary>
public sealed class SignatureWords(Texts texts, VisitedSite site)
{
    /// <summary>The outcome in one sentence.</summary>
    public string Outcome(string verdict) => texts.In(site.Language, "signatures.verdict." + verdict);

    public string Sentence(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return texts.Filled(site.Language, reason.Key, [.. reason.Values.Select(value => reason.Name is "changed" or "appended" ? Parts(value) : Shown(value))]);
    }

    // What was changed stands in words of the format, such as “Page 12”; a reader is told in their own.
    private string Parts(string parts) => string.Join(", ", parts.Split(", ").Select(part => texts.In(site.Language, "signatures.part." + (part.Split(' ', ':')[0] switch
    {
        "Info" => "title",
        "Page" or "Object" => "page",
        "Annots" or "Text" or "FreeText" or "Stamp" or "Widget" => "note",
        "AcroForm" => "form",
        _ when part.EndsWith(" bytes", StringComparison.Ordinal) => "bytes",
        _ => "structure",
    }))).Distinct());

    /// <summary>The seven facts (R-17: Decree 68/2024/NĐ-CP on what a check must show), name and words.</summary>
    public IReadOnlyList<(string Label, string Text)> Facts(SignatureFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            (Say("issuer"), facts.Issuer is null ? Say("unknown") : facts.IssuerOrganization is { } of && of != facts.Issuer ? $"{facts.Issuer} ({of})" : facts.Issuer),
            (Say("subject"), facts.Subject ?? Say("unknown")),
            (Say("unit"), facts.ManagingUnit ?? Say("unknown")),
            (Say("time"), facts.SignedAt is not { } at ? Say("unknown") : facts.TimeStamped ? Say("time.stamped", Shown(at), facts.TimeStampAuthority ?? "") : Say("time.claimed", Shown(at))),
            (Say("integrity"), Say(!facts.Intact ? "integrity.broken" : facts.CoversWholeFile ? "integrity.whole" : facts.ChangedAfter ? "integrity.changed" : "integrity.part")),
            (Say("then"), $"{Say("chain." + facts.Chain)} {Revocation(facts)}"),
            (Say("now"), facts.ValidFrom is null || facts.ValidTo is null ? Say("unknown") : Say(facts.ValidNow ? "now.valid" : "now.over", Shown(facts.ValidFrom), Shown(facts.ValidTo))),
        ];
    }

    private string Revocation(SignatureFacts facts) => facts.RevocationAt is { } at ? Say("revocation." + facts.Revocation, facts.RevocationSource ?? "", Shown(at)) : Say("revocation.none");

    private string Say(string key, params object[] values) => texts.Filled(site.Language, "signatures.fact." + key, values);

    private string Shown(string value) =>
        DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? site.Tenant.WallSecond(time) : value;
}
