using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>How somebody signed in, as the audit log says it: the words stand under <c>audit.value.way.…</c>.</summary>
internal static class SignInWay
{
    private const string Password = "password";
    private const string Code = "code";
    private const string RecoveryCode = "recovery-code";
    private const string Passkey = "passkey";
    private const string Provider = "provider";
    private const string Invitation = "invitation";

    // Identity tells codes of a telephone and of a paper apart no longer once they are taken.
    private static readonly object Recovery = new();

    /// <summary>Says that the code this request brings is one of the recovery codes.</summary>
    public static void IsByRecoveryCode(HttpContext http) => http.Items[Recovery] = true;

    /// <param name="arriving">Who signs in, with what Identity says of how.</param>
    public static string Of(HttpContext http, ClaimsPrincipal arriving) =>
        arriving.CameByPasskey() ? Passkey
        : http.Items.ContainsKey(Recovery) ? RecoveryCode
        : arriving.HasClaim(c => c.Type == ClaimTypes.AuthenticationMethod) ? Provider
        : arriving.CameBySeveralFactors() ? Code
        : arriving.CameByPassword() ? Password
        : Invitation;
}
