using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Mail;

/// <summary>The table of letters that wait to be sent.</summary>
public static class MailTables
{
    extension(PortalDb db)
    {
        public DbSet<OutboxLetter> Outbox => db.Set<OutboxLetter>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<OutboxLetter>(letter =>
        {
            letter.ToTable("outbox");
            letter.HasIndex(l => l.NextTryAt);
        });
    }
}
