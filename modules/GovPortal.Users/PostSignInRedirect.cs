using System.Security.Claims;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Users;

/// <summary>Where somebody who has just signed in goes on, in the language they work in.</summary>
public sealed class PostSignInRedirect(VisitedSite site, TenantDirectory directory)
{
    private static readonly string[] Desk = ["quan-tri", "tai-khoan"];

    /// <param name="asked">The address of this host they wanted; null where they only wanted in. One that names its language keeps it.</param>
    public string Of(ClaimsPrincipal person, string? asked) =>
        asked is null ? site.InLanguage(person.PersonLanguage(), "/quan-tri")
        : person.PersonLanguage() == Texts.English ? InEnglish(asked)
        : asked;

    private string InEnglish(string address)
    {
        var segments = address.Split('/', '?', '#');
        var place = segments.Length > 1 && directory.FindByName(segments[1]) is not null ? 2 : 1;
        var root = string.Join('/', segments[..Math.Min(place, segments.Length)]);
        return place < segments.Length && Desk.Contains(segments[place]) ? $"{root}/{Texts.English}{address[root.Length..]}" : address;
    }
}
