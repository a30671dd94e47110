using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Which folders of a room use which, by the names of the types that they declare and mention.</summary>
internal static partial class Folders
{
    /// <summary>Pairs of folders that use each other, directly or around a corner, with a type that makes it so.</summary>
    /// <param name="room">For example <c>src/GovPortal.Core/</c>.</param>
    public static IReadOnlyList<string> CirclesIn(string room)
    {
        var files = Repository.Files(".cs").Where(p => p.StartsWith(room, StringComparison.Ordinal) && !Source.IsGenerated(p)).ToArray();
        var homes = files.SelectMany(path => DeclaredIn(path).Select(type => (Type: type, Folder: FolderOf(path, room)))).ToLookup(one => one.Type, one => one.Folder);
        var uses = files.SelectMany(path => WordsOf(path).Where(word => homes.Contains(word) && !homes[word].Contains(FolderOf(path, room))).SelectMany(word => homes[word].Select(home => (From: FolderOf(path, room), To: home, Type: word))))
            .Where(use => use.From.Length > 0 && use.To.Length > 0).ToArray();
        var next = uses.ToLookup(use => use.From, use => use.To);
        return [.. uses.Where(use => Reaches(next, use.To, use.From)).Select(use => $"{use.From} uses {use.To} ({use.Type})").Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var seen = new HashSet<string>();
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var here))
        {
            if (here == to)
            {
                return true;
            }

            foreach (var other in next[here].Where(seen.Add))
            {
                waiting.Push(other);
            }
        }

        return false;
    }

    // Files that stand in the room itself put it together, or are what all folders share.
    private static string FolderOf(string path, string room) => path[room.Length..].Split('/') is { Length: > 1 } parts ? parts[0] : "";

    private static IEnumerable<string> DeclaredIn(string path) => Source.CodeOf(path).SelectMany(line => Declaration().Matches(line).Select(match => match.Groups[1].Value));

    private static HashSet<string> WordsOf(string path) => [.. Source.CodeOf(path).Select(line => Literal().Replace(line, "")).SelectMany(line => TypeName().Matches(line).Select(match => match.Value))];

    [GeneratedRegex(@"^(?:public|internal)\s+(?:(?:static|sealed|abstract|partial|readonly|unsafe)\s+)*(?:class|record struct|record|struct|interface|enum|delegate\s+[\w<>]+)\s+(\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*")]
    private static partial Regex TypeName();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
