using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Transfer;

/// <summary>
/// Who the people of an archive are here: those of the same number and sign-in name, else of the same sign-in name. An archive opens no
/// accounts, since whoever can edit one could let themselves in.
/// </summary>
internal sealed class ImportedPeople
{
    private readonly Dictionary<Guid, Guid> here;
    private readonly Dictionary<Guid, SitePerson> named;
    private readonly List<string> leftOut = [];

    private ImportedPeople(Dictionary<Guid, Guid> here, IReadOnlyList<SitePerson> named)
    {
        this.here = here;
        this.named = named.DistinctBy(person => person.Id).ToDictionary(person => person.Id);
    }

    public IReadOnlyList<SitePerson> Unknown => [.. named.Values.Where(person => !here.ContainsKey(person.Id))];

    /// <summary>Roles that nobody here was given, in words.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    public static async Task<ImportedPeople> MatchAsync(WholeDatabase whole, IReadOnlyList<SitePerson> named, CancellationToken ct)
    {
        var here = new Dictionary<Guid, Guid>();
        foreach (var some in named.Chunk(500))
        {
            var names = some.Select(person => person.SignInName.ToUpperInvariant()).ToArray();
            var known = await whole.Context.Users.AsNoTracking().Where(person => names.Contains(person.NormalizedUserName!)).Select(person => new { person.Id, Name = person.NormalizedUserName! }).ToListAsync(ct);
            foreach (var person in some)
            {
                if (known.FirstOrDefault(k => string.Equals(k.Name, person.SignInName, StringComparison.OrdinalIgnoreCase)) is { } found)
                {
                    here[person.Id] = found.Id;
                }
            }
        }

        return new ImportedPeople(here, named);
    }

    /// <summary>Puts the people of here into a row.</summary>
    /// <returns>False where it is a role of somebody who is not here, or of the portal alone.</returns>
    public bool Translate(TableShape table, object?[] row, string site)
    {
        var isRole = table.Name == "memberships";
        foreach (var column in table.People)
        {
            var place = table.PlaceOf(column);
            if (row[place] is not Guid there)
            {
                continue;
            }

            if (here.TryGetValue(there, out var person))
            {
                row[place] = person;
            }
            else if (isRole || table.HeldPeople.Contains(column))
            {
                if (!isRole && table.Columns[place].IsNullable)
                {
                    row[place] = null;
                    continue;
                }

                leftOut.Add($"{table.Name}: {(named.TryGetValue(there, out var known) ? known.SignInName : there.ToString())} has no account here");
                return false;
            }
        }

        if (isRole && site != Tenant.PortalName && (string)row[table.PlaceOf(nameof(Membership.Role))]! == nameof(Role.PortalAdministrator))
        {
            leftOut.Add($"{table.Name}: {nameof(Role.PortalAdministrator)} is a role of the portal alone");
            return false;
        }

        return true;
    }
}
