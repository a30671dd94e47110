using System.Security.Claims;
using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovPortal.Users;

/// <summary>Writes the person's name and language into the cookie, so that pages greet them without asking the database.</summary>
internal sealed class PersonClaimsFactory(UserManager<Person> people, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.Name, user.Name));
        identity.AddClaim(new Claim(PersonClaims.Language, user.Language));
        return identity;
    }
}
