using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Moves;

/// <summary>What a reorganisation changed, as it was before: enough to take it back.</summary>
/// <param name="Sites">Every site it touched.</param>
/// <param name="Items">Every item that changed its site.</param>
/// <param name="Files">Every file that did.</param>
/// <param name="People">Roles that were given.</param>
public sealed record MoveJournal(IReadOnlyList<SiteBefore> Sites, IReadOnlyList<MovedItem> Items, IReadOnlyList<MovedFile> Files, IReadOnlyList<MovedRole> People)
{
    public static readonly MoveJournal Empty = new([], [], [], []);
}

/// <summary>A site as it was.</summary>
public sealed record SiteBefore(int Id, string Name, string Title, string? Host, string? AgencyCode, string? OldAgencyCode, SiteClosing? Closing, string? ParentName);

/// <param name="From">Number of the site it stood on.</param>
/// <param name="Slug">Its address there.</param>
/// <param name="SourceKey">Who it was there for an importer.</param>
public sealed record MovedItem(long Id, int From, string Type, string Slug, string? SourceKey);

/// <param name="Name">Its name there.</param>
public sealed record MovedFile(long Id, int From, string Name);

public sealed record MovedRole(Guid PersonId, int SiteId, string Role);
