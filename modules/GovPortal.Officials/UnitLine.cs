namespace GovPortal.Officials;

/// <summary>What chart and lists show of a unit besides its name.</summary>
public sealed record UnitLine(string Key, string? Under, int Order, string? NameEn, bool IsEnglishOlder);

/// <summary>A unit as it stands in a list.</summary>
/// <param name="Slug">Last segment of its address.</param>
/// <param name="Summary">Beginning of its tasks; null where none are said.</param>
public sealed record UnitEntry(string Name, string Slug, string? Summary, UnitLine Line)
{
    public string NameIn(bool isEnglish) => isEnglish && Line.NameEn is not null ? Line.NameEn : Name;
}
