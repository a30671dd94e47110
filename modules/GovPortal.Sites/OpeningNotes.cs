using System.Globalization;
using System.Text;
using GovPortal.Core.Files;
using GovPortal.Storage;

namespace GovPortal.Sites;

/// <summary>Notes on the disk which sites are being opened, held open by the process that opens them: a note nobody holds is of a site whose opening was cut off.</summary>
internal sealed class OpeningNotes(DataFolder data)
{
    private string Folder => Path.Combine(data.Path, "opening");

    /// <summary>True where there is a note, held or not.</summary>
    public bool HasAny => Directory.Exists(Folder) && Directory.EnumerateFiles(Folder).Any();

    /// <param name="name">Of a site, checked already.</param>
    /// <param name="at">When its row says it was opened: another process may come first with the same name, and its site is not meant.</param>
    /// <returns>Null while another process opens a site of this name.</returns>
    public FileStream? TryBegin(string name, DateTimeOffset at)
    {
        try
        {
            var note = new FileStream(Path.Combine(data.Of("opening"), name), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            note.Write(Encoding.ASCII.GetBytes(at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
            note.Flush();
            return note;
        }
        catch (IOException fault) when (!StorageFault.IsOfDisk(fault))
        {
            return null;
        }
    }

    /// <summary>When the row of the noted site says it was opened, in milliseconds since 1970; null where the note was cut off itself, before there was a row.</summary>
    public static long? OpenedAt(FileStream note)
    {
        using var reader = new StreamReader(note, Encoding.ASCII, leaveOpen: true);
        return long.TryParse(reader.ReadToEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
    }

    /// <summary>The site is whole, or gone.</summary>
    public static void End(FileStream note)
    {
        File.Delete(note.Name);
        note.Dispose();
    }

    /// <summary>Notes nobody held, now held here.</summary>
    public IEnumerable<FileStream> TakeAbandoned() => HasAny ? Directory.GetFiles(Folder).Select(TryTake).OfType<FileStream>() : [];

    private static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Whoever opens the site is alive, or has just come to the end.
            return null;
        }
    }
}
