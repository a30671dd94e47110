namespace GovPortal.Events;

/// <summary>Something an agency invites to or holds: a meeting, a festival, a conference. Times stand as on the clock on the agency's wall.</summary>
public sealed record PublicEvent
{
    /// <summary>At most <see cref="PublicEventType.LineLength"/> characters.</summary>
    public required string Title { get; init; }

    public required DateTime StartsAt { get; init; }

    /// <summary>After <see cref="StartsAt"/>; null where only the beginning is known.</summary>
    public DateTime? EndsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>Where one takes part from afar; an address beginning with <c>https://</c>.</summary>
    public string? OnlineAddress { get; init; }

    public string? Organiser { get; init; }

    /// <summary>Whom to ask: name, phone, mail.</summary>
    public string? Contact { get; init; }

    public string? Summary { get; init; }

    /// <summary>Plain text with its lines.</summary>
    public string? Details { get; init; }

    /// <summary>What came of it, written afterwards; plain text with its lines.</summary>
    public string? Results { get; init; }

    public IReadOnlyList<EventFile> Files { get; init; } = [];

    /// <summary>The programme of a conference, in any order; empty for an event without one.</summary>
    public IReadOnlyList<EventSession> Sessions { get; init; } = [];

    /// <summary>How people register; null where one simply comes.</summary>
    public EventRegistration? Registration { get; init; }
}

/// <param name="Url">Address of the file, absolute or below the site's root.</param>
public sealed record EventFile(string Name, string Url);

/// <summary>A part of a conference's programme.</summary>
/// <param name="StartsAt">As on the wall.</param>
/// <param name="Track">The hall or theme it belongs to, where several run side by side.</param>
public sealed record EventSession(string Title, DateTime StartsAt)
{
    public DateTime? EndsAt { get; init; }

    public string? Track { get; init; }

    public string? Chair { get; init; }

    public IReadOnlyList<EventTalk> Talks { get; init; } = [];
}

/// <summary>A paper or talk of a session.</summary>
/// <param name="Authors">Names with their offices; null where nobody is named.</param>
/// <param name="File">The paper or the slides; null where there are none.</param>
public sealed record EventTalk(string Title, string? Authors, EventFile? File);
