namespace GovPortal.Publishing.Transfer;

/// <summary>Somebody whom the rows of an exported site name: who they are, and nothing they sign in with.</summary>
/// <param name="SignInName">What they sign in with, usually their address.</param>
public sealed record SitePerson(Guid Id, string SignInName, string? Email, string Name);
