namespace GovPortal.Content.Versions;

/// <summary>One block of a text as a reader meets it: a paragraph, a heading, an item of a list with its own words, a row of a table, or the beginning of a list or table.</summary>
/// <param name="Kind">Name of the element, for example <c>p</c>, <c>li</c>, <c>tr</c>, <c>ol</c>.</param>
/// <param name="Text">Its words; a picture stands as <see cref="Picture"/>, cells are parted by <c> | </c>.</param>
/// <param name="Facts">What it holds besides words, in order: links, pictures, emphasis, attributes, and where it stands.</param>
/// <param name="Key">The whole of it as markup: two blocks are the same where their keys are.</param>
public sealed record TextBlock(string Kind, string Text, IReadOnlyList<TextFact> Facts, string Key)
{
    /// <summary>Where a picture stands among words.</summary>
    public const char Picture = '▣';
}

/// <summary>Something of a block that is not its words.</summary>
/// <param name="Name"><c>link</c>, <c>picture</c>, <c>mark</c>, <c>within</c>, or <c>attribute</c>.</param>
/// <param name="About">Words of the link, alternative words of the picture, name of the emphasis, name of the attribute.</param>
/// <param name="Value">Address, stressed words, value of the attribute, or the elements around it.</param>
public sealed record TextFact(string Name, string About, string Value)
{
    public const string Link = "link";
    public const string Picture = "picture";
    public const string Mark = "mark";
    public const string Attribute = "attribute";
    public const string Within = "within";
}
