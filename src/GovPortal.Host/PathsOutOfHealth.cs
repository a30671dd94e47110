using System.Text.RegularExpressions;
using GovPortal.Core.Files;

namespace GovPortal.Host;

/// <summary>Anybody may ask how the portal is; where its files lie is for the log alone.</summary>
internal static partial class PathsOutOfHealth
{
    /// <summary>The words with the name of a part of the data folder (“media”) in place of each path in it, and nothing in place of any other.</summary>
    public static string? Of(string? words, DataFolder data)
    {
        if (words is null)
        {
            return null;
        }

        // The data folder first: only it may have spaces in its name and still be known as a whole.
        var within = Regex.Replace(words, Regex.Escape(data.Path.TrimEnd('/', '\\')) + @"(?:[/\\](?<part>\w[\w-]*)(?<rest>[/\\.][^\s'""“”,;)]*)?)?",
            path => path.Groups["part"].Success ? $"“{path.Groups["part"].Value}” of the data folder" : "the data folder", RegexOptions.CultureInvariant);
        return OtherPath().Replace(within, "${before}…");
    }

    [GeneratedRegex(@"(?<before>^|[\s'""“(=:])(?:[A-Za-z]:\\|/(?!/))[^\s'""“”,;)]+", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPath();
}
