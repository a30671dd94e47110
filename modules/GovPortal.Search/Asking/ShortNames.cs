using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>How offices shorten the names of agencies: <c>Sở Giáo dục và Đào tạo</c> is SGDĐT, Sở GDĐT and Sở GD&amp;ĐT.</summary>
internal static class ShortNames
{
    private static readonly AgencyWords words = AgencyWords.Shipped;

    /// <summary>Short names of an agency, none of one with a name of two words.</summary>
    public static IReadOnlyList<string> Of(string title)
    {
        var parts = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', '–', '-')).Where(word => word.Length > 0).ToArray();
        var telling = parts.Where(word => !string.Equals(word, words.Joined, StringComparison.OrdinalIgnoreCase)).ToArray();
        var kind = words.Kinds.FirstOrDefault(each => title.StartsWith(each + " ", StringComparison.OrdinalIgnoreCase));
        if (telling.Length < 3 || words.CommuneKinds.Any(each => title.StartsWith(each + " ", StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        var names = new List<string> { Initials(telling) };
        if (kind is not null)
        {
            var length = kind.Split(' ').Length;
            var rest = telling[length..];
            names.Add($"{kind} {Initials(rest)}");
            names.AddRange(Parts(string.Join(' ', parts[length..])).Select(part => $"{kind} {part}"));
        }

        return [.. names.SelectMany(name => new[] { name, VietnameseText.Fold(name) }).Distinct()];
    }

    // "Sở Nông nghiệp và Môi trường" is called by either half.
    private static IEnumerable<string> Parts(string rest)
    {
        var parts = rest.Split([$" {words.Joined} ", ", "], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return [];
        }

        return [.. parts, string.Join(' ', parts.Select(part => Initials(part.Split(' '))))];
    }

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0])));
}
