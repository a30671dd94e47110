using GovPortal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Identity's store of people; keys of authenticators and recovery codes lie sealed in it, so that a stolen database lets nobody in.</summary>
internal sealed class PeopleStore(PortalDb db, IDataProtectionProvider keys, IdentityErrorDescriber describer) : UserOnlyStore<Person, PortalDb, Guid>(db, describer)
{
    private readonly IDataProtector seal = keys.CreateProtector("people-tokens");

    public override Task SetTokenAsync(Person user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : seal.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } stored ? seal.Unprotect(stored) : null;
}
