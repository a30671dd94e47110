namespace GovPortal.Search.Asking;

/// <summary>Words by which agencies are named and asked for, from <c>lexicon/agencies.json</c>.</summary>
/// <param name="Asked">What people ask an agency's entry for; stands in no title.</param>
/// <param name="Kinds">First words of names that are shortened.</param>
/// <param name="CommuneKinds">First words of names that are not.</param>
/// <param name="Joined">The word that joins parts of a name.</param>
/// <param name="CommuneNames">What else a commune is called; <c>{0}</c> is its name.</param>
/// <param name="PortalNames">What else the portal is called.</param>
internal sealed record AgencyWords(string Asked, IReadOnlyList<string> Kinds, IReadOnlyList<string> CommuneKinds, string Joined, IReadOnlyList<string> CommuneNames, IReadOnlyList<string> PortalNames)
{
    public static AgencyWords Shipped { get; } = Lexicon.Json<AgencyWords>("agencies.json");
}
