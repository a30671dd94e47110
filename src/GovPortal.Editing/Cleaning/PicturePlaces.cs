using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>How large a picture stands in a text, and where: classes that a figure keeps and nothing else. Without one it is as wide as the text.</summary>
internal static class PicturePlaces
{
    public static readonly IReadOnlyList<string> Classes = ["gp-place-wide", "gp-place-left", "gp-place-right", "gp-place-narrow"];

    /// <summary>Takes them off whatever is no figure, and leaves one to those that have several.</summary>
    public static void Keep(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[class*=gp-place-]"))
        {
            var places = element.ClassList.Where(Classes.Contains).ToArray();
            element.ClassList.Remove([.. element.LocalName == "figure" ? places.Skip(1) : places]);
            if (element.ClassList.Length == 0)
            {
                element.RemoveAttribute("class");
            }
        }
    }
}
