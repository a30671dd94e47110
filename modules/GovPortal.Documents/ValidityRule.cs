namespace GovPortal.Documents;

/// <summary>
/// Computes whether a document is in force from its own days. What the source states about an end of validity
/// stands where no day says otherwise: a source may know of a repeal that the document itself does not.
/// </summary>
public static class ValidityRule
{
    /// <param name="day">The agency's calendar day asked about.</param>
    public static Validity On(DateOnly day, DateOnly? effectiveOn, DateOnly? expiresOn, Validity? stated)
    {
        if (expiresOn <= day)
        {
            return Validity.Expired;
        }

        if (stated is Validity.Expired or Validity.PartlyExpired && (effectiveOn is null || effectiveOn <= day))
        {
            return stated.Value;
        }

        return effectiveOn is { } start ? start > day ? Validity.NotYet : Validity.InForce : stated ?? Validity.Unknown;
    }

    public static Validity On(DateOnly day, LegalDocument document) =>
        On(day, document.EffectiveOn, document.ExpiresOn, document.StatedValidity);
}
