using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Content;

/// <summary>
/// One piece of content of one site. Columns hold what lists need and always describe the live version
/// (before the first publication: the newest draft); the text stands in <see cref="ContentVersion"/>.
/// </summary>
public sealed class ContentItem : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>Name of its <see cref="IContentType"/>.</summary>
    public required string Type { get; set; }
    public required string Slug { get; set; }
    public string? Code { get; set; }
    public required string Title { get; set; }

    /// <summary>Sort key of the title in Vietnamese order; bytes, so that every database sorts alike.</summary>
    public byte[] TitleOrder { get; set; } = [];

    /// <summary>The title without diacritics and capitals, for who types it so.</summary>
    public string TitleFolded { get; set; } = "";
    public string? Summary { get; set; }
    public string? Picture { get; set; }
    public string? PictureAlt { get; set; }
    public string? ListJson { get; set; }
    public ContentState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>First publication; a correction does not move it.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Last correction after the first publication.</summary>
    public DateTimeOffset? CorrectedAt { get; set; }

    /// <summary>What newest-first lists sort by: <see cref="ContentFacts.SortOn"/>, else the publication.</summary>
    public DateTimeOffset SortAt { get; set; }
    public int LatestVersion { get; set; }
    public int? LiveVersion { get; set; }
    public string? WithdrawnNotice { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public Guid? OwnerId { get; set; }

    /// <summary>Who the item is for an importer or recipe; null for items written here.</summary>
    public string? SourceKey { get; set; }

    /// <summary>SHA-256 of the imported body, so that importing again changes only what differs.</summary>
    public string? SourceHash { get; set; }

    /// <summary>Counts saves; a save made from an older one is refused.</summary>
    public int Revision { get; set; }
}

/// <summary>One numbered state of an item's text. Never changed once written.</summary>
public sealed class ContentVersion : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public int Number { get; set; }

    /// <summary>The typed record of the item's type as JSON.</summary>
    public required string Body { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public Guid? CreatedById { get; set; }

    /// <summary>The address the editor wants for it; null keeps the present one. Takes effect when the version goes public.</summary>
    public string? Slug { get; set; }

    /// <summary>What the editor said about the change; public with a correction.</summary>
    public string? Note { get; set; }
}

/// <summary>A term of a live item, in a table of its own so that lists filter and count without opening bodies.</summary>
public sealed class ItemTerm : ISiteRow
{
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public required string Type { get; set; }
    public required string Kind { get; set; }
    public required string Value { get; set; }
    public required string Label { get; set; }
}

/// <summary>Every slug an item ever had while public, so that published addresses never die.</summary>
public sealed class ItemAddress : ISiteRow
{
    public int TenantId { get; set; }
    public required string Type { get; set; }
    public required string Slug { get; set; }
    public long ItemId { get; set; }
}
