using System.Globalization;
using GovPortal.Core.Files;

namespace GovPortal.Mail;

/// <summary>Lays letters into the pick-up folder, one file a letter, for installations without a mail server of their own.</summary>
internal sealed class FolderMailSender(MailSettings settings, DataFolder data, TimeProvider clock) : IMailSender
{
    /// <summary>Below the data folder.</summary>
    public const string Folder = "mail";

    public async Task<string?> DeliverAsync(Guid id, Letter letter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Envelope.Of(id, letter, settings.Sender, now) is not { } message)
        {
            return "The address is not one.";
        }

        var path = Path.Combine(data.Of(Folder), $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{id:n}.eml");

        // Written aside and moved: whoever picks letters up never finds half of one.
        var aside = path + ".part";
        await message.WriteToAsync(aside, ct);
        File.Move(aside, path, overwrite: true);
        return null;
    }
}
