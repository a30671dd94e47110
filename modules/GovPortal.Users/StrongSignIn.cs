using System.Security.Claims;

namespace GovPortal.Users;

/// <summary>How a session says that it was opened by more than a password (RFC 8176).</summary>
internal static class StrongSignIn
{
    private const string Method = "amr";
    private const string Password = "pwd";
    private const string HardwareKey = "hwk";
    private const string SeveralFactors = "mfa";

    /// <summary>By a passkey: something they have, opened by a finger, a face or a number only they know.</summary>
    public static Claim ByPasskey => new(Method, HardwareKey);

    /// <summary>By a provider that asks for a second factor itself.</summary>
    public static IEnumerable<Claim> ByProvider(string provider) => [new(Method, SeveralFactors), new(ClaimTypes.AuthenticationMethod, provider)];

    public static bool CameByPassword(this ClaimsPrincipal user) => user.HasClaim(Method, Password);

    public static bool CameBySeveralFactors(this ClaimsPrincipal user) => user.HasClaim(Method, SeveralFactors);

    public static bool CameByPasskey(this ClaimsPrincipal user) => user.HasClaim(Method, HardwareKey);

    public static bool CameByProvider(this ClaimsPrincipal user, string provider) => user.HasClaim(Method, SeveralFactors) && user.HasClaim(ClaimTypes.AuthenticationMethod, provider);
}
