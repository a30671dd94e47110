namespace GovPortal.Publishing.Content;

/// <summary>A term with the number of live items that carry it.</summary>
public sealed record TermCount(string Value, string Label, int Count);
