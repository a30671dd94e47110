namespace GovPortal.Officials.Site;

/// <summary>A post that is over, and who held it.</summary>
public sealed record PastPost(ListedOfficial Person, HeldPost Held)
{
    /// <summary>The posts of a unit that are over, the last first.</summary>
    /// <param name="unit">Key of the unit; null for the leadership of the agency.</param>
    public static IReadOnlyList<PastPost> Of(IEnumerable<ListedOfficial> people, string? unit, DateOnly today) =>
        [.. people.SelectMany(person => person.Line.Posts.Where(held => held.Unit == unit && held.Until < today).Select(held => new PastPost(person, held)))
            .OrderByDescending(past => past.Held.Until).ThenByDescending(past => past.Held.From)];
}
