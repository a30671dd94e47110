using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Files;

/// <summary>A file of a site: its bytes lie in the file store under their SHA-256, its name and what editors say of it stand here.</summary>
public sealed class StoredFile : ISiteRow
{
    /// <summary>How many letters of the hash stand in addresses.</summary>
    public const int PrintLength = 16;

    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public required string Hash { get; set; }

    /// <summary>The beginning of the hash, as addresses hold it; the database fills it in.</summary>
    public string Print { get; private set; } = "";

    /// <summary>File name as readers see it in the address.</summary>
    public required string Name { get; set; }

    /// <summary>What people call it: the name it came with, until somebody writes a better one.</summary>
    public string Title { get; set; } = "";
    public required string MediaType { get; set; }
    public long Length { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public Guid? CreatedById { get; set; }

    /// <summary>Says a picture to those who do not see it.</summary>
    public string? Alt { get; set; }
    public string? Caption { get; set; }

    /// <summary>Who made it, as it must be named.</summary>
    public string? Credit { get; set; }
    public string? Folder { get; set; }

    /// <summary>Title, name, alternative text, caption, credit and folder without diacritics, for search.</summary>
    public string Words { get; set; } = "";

    /// <summary>Pixels of a picture that stands upright; null for other files.</summary>
    public int? Width { get; set; }
    public int? Height { get; set; }

    /// <summary>The point of a picture that stays in sight when it is cut, in percent from the left and from the top; null is the middle.</summary>
    public int? FocusX { get; set; }
    public int? FocusY { get; set; }

    /// <summary>Widths the picture lies ready in, separated by spaces; null while they are being made, empty when there are none.</summary>
    public string? Renditions { get; set; }

    public TextReading TextReading { get; set; }

    /// <summary>Since when it is only kept to be restored.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Call after changing what is searched.</summary>
    public void FoldWords() =>
        Words = VietnameseText.Fold(VietnameseText.NormalizeLine(string.Join(' ', new[] { Title, Name, Alt, Caption, Credit, Folder }.OfType<string>())));
}

/// <summary>Whether a file's text could be read.</summary>
public enum TextReading
{
    /// <summary>The file is of a kind that has none to read.</summary>
    None,
    Waiting,
    HasText,

    /// <summary>Pages without letters: somebody scanned paper.</summary>
    IsScan,
    Unreadable,
}

/// <summary>The words of a PDF or Word file.</summary>
public sealed class FileText : ISiteRow
{
    public long FileId { get; set; }
    public int TenantId { get; set; }
    public required string Text { get; set; }
}

/// <summary>A version of an item shows a file or links to it.</summary>
public sealed class FileUse : ISiteRow
{
    public int TenantId { get; set; }
    public long FileId { get; set; }
    public long ItemId { get; set; }

    /// <summary>Number of the <see cref="Content.ContentVersion"/>.</summary>
    public int Version { get; set; }
}

/// <summary>Something to be done with a file behind the scenes. Stands until it is done, whatever happens meanwhile.</summary>
[Carried(Carrying.Backup)]
public sealed class FileWork : ISiteRow
{
    /// <summary>A <see cref="Fault"/>: the server died while it was at it.</summary>
    public const string Died = nameof(Died);

    /// <summary>A <see cref="Fault"/>: something of the server was broken, such as its disk.</summary>
    public const string Failed = nameof(Failed);

    public long Id { get; set; }
    public int TenantId { get; set; }
    public long FileId { get; set; }
    public FileTask Task { get; set; }

    /// <summary>Nobody takes it up earlier.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Counted when it is taken up, so that one which ends the process is not tried for ever.</summary>
    public int Attempts { get; set; }

    /// <summary>The server that is at it, or was when it died; null when it was given back.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>Until then nobody else takes it up.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Since when it is no longer tried, unless somebody asks for it.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    /// <summary>Why the last try failed, as a word that the language files know; null when the process died of it.</summary>
    public string? Fault { get; set; }
}

public enum FileTask
{
    /// <summary>Make a picture in the widths pages ask for.</summary>
    Render,
    ReadText,

    /// <summary>Erase a file that nobody has restored.</summary>
    Erase,
}
