using System.Security.Cryptography;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Signatures.Checking;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Signatures;

/// <summary>What the installation trusts as it stands.</summary>
/// <param name="Version">Changes with it; what was found under another is looked at again.</param>
public sealed record TrustFiles(IReadOnlyList<NamedBytes> Trusted, IReadOnlyList<NamedBytes> Crls, string Version);

/// <summary>The certificates that the installation trusts and the revocation lists it has, as administrators of the portal keep them.</summary>
public sealed class TrustList(PortalDbFactory databases, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Bytes of one file; the lists of revoked certificates of large authorities are smaller.</summary>
    public const int Largest = 20 << 20;

    public async Task<TrustFiles> ReadAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        var files = await db.TrustFiles.AsNoTracking().OrderBy(f => f.Id).ToListAsync(ct);
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            print.AppendData(SHA256.HashData(file.Bytes));
        }

        return new TrustFiles(Of(files, f => f.Kind != TrustKind.RevocationList), Of(files, f => f.Kind == TrustKind.RevocationList), Convert.ToHexStringLower(print.GetHashAndReset())[..16]);
    }

    /// <summary>Without the bytes, by kind and name.</summary>
    public async Task<IReadOnlyList<TrustFile>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        return await db.TrustFiles.AsNoTracking().OrderBy(f => f.Kind).ThenBy(f => f.Name)
            .Select(f => new TrustFile { Id = f.Id, Kind = f.Kind, Name = f.Name, Says = f.Says, Bytes = Array.Empty<byte>(), EndsAt = f.EndsAt, AddedAt = f.AddedAt, AddedBy = f.AddedBy }).ToListAsync(ct);
    }

    /// <summary>Adds a file, or says why not.</summary>
    public async Task<Refusal?> AddAsync(Tenant portal, TrustKind kind, string name, byte[] bytes, Guid? by, string? byName, CancellationToken ct)
    {
        TrustDescription said;
        try
        {
            said = TrustDescription.Of(kind, bytes);
        }
        catch (FormatException)
        {
            return new Refusal(kind == TrustKind.RevocationList ? "signatures.trust.no-list" : "signatures.trust.no-certificate", "File", name);
        }

        await using (var db = databases.OpenInstallation())
        {
            db.TrustFiles.Add(new TrustFile { Kind = kind, Name = name, Says = said.Says, Bytes = bytes, EndsAt = said.EndsAt, AddedAt = clock.GetUtcNow(), AddedBy = byName });
            await db.SaveChangesAsync(ct);
        }

        await audit.WriteAsync(portal, "trust.add", said.Says, by, ct, after: new { name, kind = kind.ToString() });
        return null;
    }

    public async Task RemoveAsync(Tenant portal, int id, Guid? by, CancellationToken ct)
    {
        TrustFile? file;
        await using (var db = databases.OpenInstallation())
        {
            file = await db.TrustFiles.SingleOrDefaultAsync(f => f.Id == id, ct);
            if (file is null)
            {
                return;
            }

            db.TrustFiles.Remove(file);
            await db.SaveChangesAsync(ct);
        }

        await audit.WriteAsync(portal, "trust.remove", file.Says, by, ct, before: new { file.Name, kind = file.Kind.ToString() });
    }

    private static NamedBytes[] Of(IEnumerable<TrustFile> files, Func<TrustFile, bool> wanted) => [.. files.Where(wanted).Select(f => new NamedBytes(f.Name, f.Bytes))];
}

/// <summary>What a file of the trust list says of itself.</summary>
internal sealed record TrustDescription(string Says, DateTimeOffset? EndsAt)
{
    /// <exception cref="FormatException">It holds nothing of the kind.</exception>
    public static TrustDescription Of(TrustKind kind, byte[] bytes)
    {
        var file = new NamedBytes("", bytes);
        if (kind == TrustKind.RevocationList)
        {
            var list = Trust.Read([], [file], default).Crls[0];
            return new TrustDescription(Names.Common(list.IssuerDN) ?? list.IssuerDN.ToString(), list.NextUpdate is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null);
        }

        var certificates = Trust.Read([file], [], default).Anchors;
        return new TrustDescription(string.Join(", ", certificates.Select(Names.Of)), new DateTimeOffset(certificates.Min(c => c.NotAfter), TimeSpan.Zero));
    }
}
