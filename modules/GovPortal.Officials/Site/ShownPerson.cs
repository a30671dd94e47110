using GovPortal.Core.Tenancy;

namespace GovPortal.Officials.Site;

/// <summary>A person as the partial <c>_Person</c> shows them.</summary>
public sealed record ShownPerson(ListedOfficial Person, DateOnly Today)
{
    /// <summary>The site they belong to, where that is another one.</summary>
    public Tenant? Agency { get; init; }

    /// <summary>Their address; that on the visited site where it is null.</summary>
    public string? Link { get; init; }

    /// <summary>Encoded name with marks, where words were searched.</summary>
    public string? NameHtml { get; init; }

    /// <summary>Key of the unit the posts of which are named; null names the main one.</summary>
    public string? Unit { get; init; }

    /// <summary>The posts to name them by.</summary>
    public IReadOnlyList<HeldPost> Posts => Person.Line.PostsOn(Today).Where(held => Unit is null || held.Unit == Unit).ToArray() is { Length: > 0 } held ? held
        : Person.Line.MainOn(Today) is { } last ? [last] : [];

    public bool HasLeft => !Person.Line.PostsOn(Today).Any();
}
