using System.Reflection;
using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>The word lists that ship with the module, in <c>lexicon/</c>.</summary>
internal static class Lexicon
{
    public static Phrases Questions { get; } = new(Lines("questions.txt"));

    public static Synonyms Synonyms { get; } = new(Lines("synonyms.txt"));

    /// <summary>Lines that are neither empty nor a remark (<c>#</c>).</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicon." + name)
            ?? throw new FileNotFoundException("The word list is not part of the module.", name);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(VietnameseText.NormalizeLine).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
