namespace GovPortal.Core.Modules;

/// <summary>A page that whoever arranges a menu picks from a list instead of typing its address.</summary>
/// <param name="Path">Below the site, with a leading slash.</param>
/// <param name="Label">Key of its text.</param>
public sealed record MenuPage(string Path, string Label);
