using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Files;
using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Import;

/// <summary>A version that an import is to write.</summary>
/// <param name="Like">The version whose author, note and wish for an address it carries on; null for what the source says.</param>
internal sealed record PlannedVersion(string Body, ContentVersion? Like = null);

/// <summary>
/// What an import writes of one item. The source's own words always stand in the history, so that the next import knows them and
/// an editor can compare; what was changed here comes after them.
/// </summary>
/// <param name="Versions">In order; the last is the item's newest.</param>
/// <param name="Live">Which of them readers get; null leaves them what they have.</param>
internal sealed record IntakePlan(IReadOnlyList<PlannedVersion> Versions, int? Live, IReadOnlyList<KeptField> Kept)
{
    /// <summary>True when readers see something else than before.</summary>
    public bool IsPublic { get; init; } = Live is not null;

    /// <summary>True when somebody's unpublished draft, or what waits behind a notice, says something else than before.</summary>
    public bool ChangesDraft { get; init; }

    /// <summary>True when what stands here is just what the source says: nothing is to be written, only remembered.</summary>
    public bool IsKnown { get; init; }

    public static readonly IntakePlan Nothing = new([], null, []);

    /// <summary>The first version of something new.</summary>
    public static IntakePlan Take(string body, bool isPublic) => new([new PlannedVersion(body)], isPublic ? 0 : null, []);
}

/// <summary>Weighs what a source says now of an item against what stands here.</summary>
internal sealed class IntakePlanner(IContentType type)
{
    private readonly IReadOnlyList<IReadOnlyList<string>> groups = FieldMerge.GroupsOf(type);

    public static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <param name="last">What the source said last; null when that is not known.</param>
    /// <param name="newest">The newest version.</param>
    /// <param name="live">What readers have, where the newest is a draft besides; else null.</param>
    /// <param name="isPublic">True when readers have the item.</param>
    public IntakePlan Plan(string? last, ContentVersion newest, ContentVersion? live, bool isPublic, string theirs)
    {
        last = last is null ? null : Canonical(last);
        if (last is not null && FieldMerge.Differences(last, theirs, groups).Count == 0)
        {
            return IntakePlan.Nothing;
        }

        if (live is null && Canonical(newest.Body) == theirs)
        {
            return IntakePlan.Nothing with { IsKnown = true };
        }

        return live is null ? OfOne(newest, Merge(last, newest, theirs), isPublic, theirs) : BesideDraft(Merge(last, live, theirs), newest, Merge(last, newest, theirs), theirs);
    }

    /// <summary>What readers have is the newest version, or nothing is.</summary>
    private static IntakePlan OfOne(ContentVersion newest, MergedBody merged, bool isPublic, string theirs)
    {
        List<PlannedVersion> versions = [new(theirs)];
        if (merged.Body != theirs)
        {
            versions.Add(new PlannedVersion(merged.Body, merged.TakesNothing || !isPublic ? newest : null));
        }

        return new IntakePlan(versions, isPublic ? versions.Count - 1 : null, merged.Kept) { IsPublic = isPublic && !merged.TakesNothing, ChangesDraft = !isPublic && !merged.TakesNothing };
    }

    /// <summary>Somebody is at work on a draft: readers get the source's words, and the draft stays the newest version with them.</summary>
    private static IntakePlan BesideDraft(MergedBody live, ContentVersion draft, MergedBody carried, string theirs)
    {
        List<PlannedVersion> versions = [new(theirs)];
        if (!live.TakesNothing && live.Body != theirs)
        {
            versions.Add(new PlannedVersion(live.Body));
        }

        int? shown = live.TakesNothing ? null : versions.Count - 1;
        versions.Add(new PlannedVersion(carried.Body, draft));
        IReadOnlyList<KeptField> kept = [.. live.Kept, .. carried.Kept.Where(field => !live.Kept.Any(known => known.Field == field.Field))];
        return new IntakePlan(versions, shown, kept) { ChangesDraft = !carried.TakesNothing };
    }

    private MergedBody Merge(string? last, ContentVersion ours, string theirs)
    {
        var here = Canonical(ours.Body);
        var merged = FieldMerge.Merge(last, here, theirs, groups);
        var body = Canonical(merged.Body);
        if (merged.TakesNothing)
        {
            return merged with { Body = here };
        }

        // Each field is right by itself; together they may contradict: a day of expiry before the day of effect.
        return type.Check(BodyJson.Read(body, type.BodyType)).Count == 0
            ? merged with { Body = body }
            : new MergedBody(here, FieldMerge.Differences(here, theirs, groups), TakesNothing: true);
    }

    /// <summary>The record as this release writes it.</summary>
    private string Canonical(string body) => BodyJson.Write(BodyJson.Read(body, type.BodyType), type.BodyType);
}
