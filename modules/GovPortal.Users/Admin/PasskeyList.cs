using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Admin;

/// <summary>A person's passkeys as the partial <c>_Passkeys</c> shows them.</summary>
/// <param name="Device">What they sit at, proposed as the name of a new one.</param>
/// <param name="CanAdd">Whether passkeys are taken at this host.</param>
public sealed record PasskeyList(IReadOnlyList<UserPasskeyInfo> Passkeys, string Device, bool CanAdd);
