namespace GovPortal.Officials;

/// <summary>What the directory shows of a person besides name and picture.</summary>
public sealed record OfficialLine(IReadOnlyList<HeldPost> Posts, int Order, string? Phone, string? Email, string? Reception, string? ReceptionEn)
{
    public bool IsLeader { get; init; }

    public bool IsInformationOfficer { get; init; }

    public bool IsSpokesperson { get; init; }

    public bool IsEnglishOlder { get; init; }

    /// <summary>The posts held on a day, the main one first.</summary>
    public IEnumerable<HeldPost> PostsOn(DateOnly day) => Posts.Where(held => held.IsHeldOn(day));

    /// <summary>The post to name the person by: the main one held on a day, else the last there was; null where none is known.</summary>
    public HeldPost? MainOn(DateOnly day) => PostsOn(day).FirstOrDefault() ?? Posts.OrderByDescending(held => held.Until ?? DateOnly.MaxValue).FirstOrDefault();
}
