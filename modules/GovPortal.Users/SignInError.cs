namespace GovPortal.Users;

/// <summary>Why somebody who came to sign in another way than by password stands at the door again; the page of sign-in says it in a sentence.</summary>
public static class SignInError
{
    public const string Locked = "locked";
    public const string Passkey = "passkey";

    /// <summary>The provider does not answer.</summary>
    public const string Down = "provider-down";

    /// <summary>They, or the provider, said no.</summary>
    public const string Refused = "provider-refused";

    /// <summary>What came back is not what was asked, was used before, or is too old.</summary>
    public const string Stale = "provider-stale";

    /// <summary>The provider has not verified the e-mail address.</summary>
    public const string Unverified = "provider-unverified";

    /// <summary>Nobody here is known by the address.</summary>
    public const string Unknown = "provider-unknown";

    /// <returns>Key of the sentence; null for what is none of these.</returns>
    public static string? Sentence(string? fault) => fault switch
    {
        Locked => "users.sign-in.locked",
        Passkey => "users.passkey.not-taken",
        Down => "users.provider.down",
        Refused => "users.provider.refused",
        Stale => "users.provider.stale",
        Unverified => "users.provider.unverified",
        Unknown => "users.provider.unknown",
        _ => null,
    };
}
