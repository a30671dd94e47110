namespace GovPortal.Guides;

/// <summary>What to do about something that happens in a life: having a child, moving house, a death in the family.</summary>
public sealed record Guide
{
    public required string Title { get; init; }

    /// <summary>One or two sentences: who it is for, and what is over at the end of it.</summary>
    public required string Summary { get; init; }

    /// <summary>Name of a picture of the theme's icons; null takes a plain one.</summary>
    public string? Icon { get; init; }

    /// <summary>
    /// What people say when they tell of it. Search shows the guide first where a question says one of them. Words in order;
    /// <c>..</c> leaves room for a few words, <c>/</c> divides words, <c>{kin}</c> is a class of words that search knows.
    /// </summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>In the order in which they are done.</summary>
    public IReadOnlyList<GuideStep> Steps { get; init; } = [];

    /// <summary>What to have at hand: a paper or a thing to remember each.</summary>
    public IReadOnlyList<string> Bring { get; init; } = [];

    /// <summary>Plain text with its lines, at the end.</summary>
    public string? Note { get; init; }

    /// <summary>Codes of all procedures that it leads to, in its order.</summary>
    public IReadOnlyList<string> Codes() => [.. Steps.SelectMany(step => step.Procedures).Select(procedure => procedure.Code).Distinct()];
}

/// <param name="When">A time limit in words, such as “trong 60 ngày”; null where nothing presses.</param>
/// <param name="Text">Plain text with its lines.</param>
public sealed record GuideStep(string Title, string? When, string? Text)
{
    public IReadOnlyList<GuideProcedure> Procedures { get; init; } = [];
}

/// <summary>A procedure that a step leads to. Its time, fee and place are read from its own published record.</summary>
/// <param name="Code">Of the national catalogue, for example <c>1.001193</c>.</param>
/// <param name="Name">What stands where no site here publishes it; null shows the code alone.</param>
public sealed record GuideProcedure(string Code, string? Name);
