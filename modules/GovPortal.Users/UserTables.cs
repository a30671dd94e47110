using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Tables of how people come in.</summary>
public static class UserTables
{
    extension(PortalDb db)
    {
        public DbSet<PersonSession> Sessions => db.Set<PersonSession>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasIndex(i => i.LinkHash).IsUnique();
            invitation.HasIndex(i => new { i.TenantId, i.Email }).IsUnique();
        });
        builder.Entity<PersonSession>(session =>
        {
            session.ToTable("person_sessions");
            session.HasIndex(s => s.SeenAt);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
