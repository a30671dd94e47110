using System.Net;
using System.Text.RegularExpressions;

namespace GovPortal.Editing.Cleaning;

/// <summary>Pictures that lie on another server cannot be shown: they are left out and listed, so that somebody can upload them.</summary>
public static partial class ForeignPictures
{
    /// <param name="body">Clean HTML.</param>
    /// <param name="remarks">Gets a line for each picture.</param>
    public static string TakeOut(string body, ICollection<string> remarks) => PictureTag().Replace(body, tag =>
    {
        var source = tag.Groups["src"].Value;
        if (source.StartsWith("/tep/", StringComparison.Ordinal))
        {
            return tag.Value;
        }

        remarks.Add($"missing picture: {WebUtility.HtmlDecode(source)}");
        return MissingMarks.Of(LeftOutKind.Picture);
    });

    [GeneratedRegex("""<img[^>]*?\bsrc="(?<src>[^"]*)"[^>]*>""", RegexOptions.CultureInvariant)]
    private static partial Regex PictureTag();
}
