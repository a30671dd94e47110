using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Which way words run.</summary>
internal static class Directions
{
    /// <summary>Whether an element says it in a way that changes what a reader sees. Editors on the web say of each paragraph that it runs as all do.</summary>
    public static bool IsSaid(IElement element) => element.GetAttribute("dir")?.ToLowerInvariant() switch
    {
        "rtl" => true,
        "auto" => element.LocalName != "bdo",
        "ltr" => element.LocalName == "bdo" || element.ParentElement?.Closest("[dir=rtl i],[dir=auto i]") is not null,
        _ => false,
    };
}
