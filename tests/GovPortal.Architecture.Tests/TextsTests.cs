using System.Text.RegularExpressions;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Publishing.Files;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Every sentence the product says stands in a language file, in both languages.</summary>
public sealed partial class TextsTests
{
    // Vietnamese here is data the product works on, or must be said where no language file can be reached.
    private static readonly string[] MayHoldVietnamese =
    [
        "modules/GovPortal.Content/Recipes/PageStep.cs",
        // What clerks type for what a column holds.
        "modules/GovPortal.Disclosure/Tables/ColumnKinds.cs",
        "modules/GovPortal.Documents/AgencyNames.cs",
        "modules/GovPortal.Documents/DocumentKinds.cs",
        "modules/GovPortal.Documents/DocumentParts.cs",
        "modules/GovPortal.Procedures/ProcedureCodes.cs",
        "src/GovPortal.Core/Text/",
        "src/GovPortal.Editing/Forms/TextRules.cs",
        // Examples of answers in the description of the API.
        "src/GovPortal.Host/ApiDescription.cs",
        "src/GovPortal.Host/FirstSetup.cs",
        "src/GovPortal.Host/FallbackErrorHandler.cs",
    ];

    private static readonly Texts Texts = new([.. GovPortal.Host.Rooms.WithTexts, .. GovPortal.Host.Portal.Modules.All.Select(m => m.GetType().Assembly)]);

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Empty(Texts.KeysIn("vi").Except(Texts.KeysIn("en")));
        Assert.Empty(Texts.KeysIn("en").Except(Texts.KeysIn("vi")));
    }

    [Fact]
    public void Both_languages_leave_the_same_gaps_to_fill()
    {
        var different = Texts.KeysIn("vi").Where(key => !Gaps(Texts.In("vi", key)).SetEquals(Gaps(Texts.In("en", key))));

        Assert.Empty(different);
    }

    [Fact]
    public void No_sentence_is_empty_or_the_same_as_its_key()
    {
        var idle = new[] { "vi", "en" }.SelectMany(language => Texts.KeysIn(language).Where(key => string.IsNullOrWhiteSpace(Texts.In(language, key)) || Texts.In(language, key) == key));

        Assert.Empty(idle);
    }

    [Fact]
    public void Vietnamese_is_spelt_in_one_way_and_addresses_the_reader_in_one_way()
    {
        var odd = Texts.KeysIn("vi").Select(key => (Key: key, Text: Texts.In("vi", key)))
            .Where(said => VietnameseText.CanonicalTone(said.Text) != said.Text || OtherAddress().IsMatch(said.Text));

        Assert.Empty(odd);
    }

    [Fact]
    public void Every_key_that_code_and_pages_name_has_its_sentence()
    {
        var keys = Texts.KeysIn("vi").ToHashSet();
        var rooms = keys.Select(key => key.Split('.')[0]).ToHashSet();
        var missing = Product(".cs", ".cshtml").Where(p => !p.EndsWith("Security/Permission.cs", StringComparison.Ordinal)).SelectMany(path => Source.CodeOf(path)
            .SelectMany(line => KeyLike().Matches(line).Select(m => m.Groups[1].Value))
            .Where(key => rooms.Contains(key.Split('.')[0]) && !Permissions.Contains(key))
            .Where(key => key.EndsWith('.') ? !keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : !keys.Contains(key))
            .Select(key => $"{path}: {key}"));

        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var code = string.Join('\n', Product(".cs", ".cshtml").Select(Repository.Read));
        var prefixes = KeyLike().Matches(code).Select(m => m.Groups[1].Value).Where(key => key.EndsWith('.')).Concat(Interpolated().Matches(code).Select(m => m.Groups[1].Value)).ToHashSet();
        var unsaid = Texts.KeysIn("vi").Where(key => !code.Contains($"\"{key}\"", StringComparison.Ordinal) && !prefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal))
            && !(key.LastIndexOf('.') is var dot && code.Contains($"\"{key[..dot]}\"", StringComparison.Ordinal) && code.Contains($"\"{key[dot..]}\"", StringComparison.Ordinal)));

        Assert.Empty(unsaid);
    }

    [Fact]
    public void Vietnamese_stands_in_language_files_not_in_code()
    {
        var found = Product(".cs").Where(p => !MayHoldVietnamese.Any(allowed => p.StartsWith(allowed, StringComparison.Ordinal)))
            .SelectMany(path => Source.CodeOf(path).SelectMany(Source.LiteralsIn).Where(text => Vietnamese().IsMatch(text)).Select(text => $"{path}: {text}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Vietnamese_stands_in_language_files_not_in_pages()
    {
        // The name of a language is written in that language, whatever the page's own.
        var found = Product(".cshtml").SelectMany(path => Source.CodeOf(path).Select(line => line.Replace("\"Tiếng Việt\"", "", StringComparison.Ordinal)).Where(line => Vietnamese().IsMatch(line)).Select(line => $"{path}: {line.Trim()}"));

        Assert.Empty(found);
    }

    [Fact]
    public void The_name_of_an_agency_that_has_no_English_one_says_that_it_is_Vietnamese()
    {
        var unsaid = Product(".cshtml").SelectMany(path => Source.CodeOf(path).Where(line => AgencyName().Matches(line).Any(name => !line[line.LastIndexOf('<', name.Index)..name.Index].Contains("lang=", StringComparison.Ordinal))).Select(line => $"{path}: {line.Trim()}"));

        Assert.Empty(unsaid);
    }

    private static HashSet<string> Permissions { get; } = Permission.Roles.Keys.ToHashSet();

    private static IEnumerable<string> Product(params string[] endings) =>
        Repository.Files(endings).Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && !Source.IsGenerated(p));

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(m => m.Groups[1].Value)];

    // The reader is “bạn”; letters alone say “Quý vị”.
    [GeneratedRegex(@"\b(ông/bà|anh/chị)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherAddress();

    [GeneratedRegex("""(?<!\{)\{(\d+)""")]
    private static partial Regex Gap();

    [GeneratedRegex(""""(?<!\$)"([a-z]+(?:\.[A-Za-z0-9_-]+)+\.?|[a-z]+\.)"(?!\s*=>\s*new)"""")]
    private static partial Regex KeyLike();

    // T[$"sites.settings.{name}"]
    [GeneratedRegex(""""\$"([a-z]+(?:\.[A-Za-z0-9_-]+)*\.)\{"""")]
    private static partial Regex Interpolated();

    // The words of an element: >@agency.TitleIn(Site.Language)
    [GeneratedRegex(@">@[\w.!\[\]]+\.TitleIn\(Site\.Language\)")]
    private static partial Regex AgencyName();

    // Letters that no other language here uses; á, à, é and the like alone may be a name.
    [GeneratedRegex("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();
}
