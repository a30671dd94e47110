using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Web.Pages;

namespace GovPortal.Editing.Forms;

/// <summary>What a form offers for words that become a filter of public lists: picked from what exists; who may, brings in a new one.</summary>
/// <param name="Labels">What exists, in the order to be shown.</param>
/// <param name="MayCreate">True for those who may bring in a new one.</param>
public sealed record TermOffer(IReadOnlyList<string> Labels, bool MayCreate)
{
    // A province names some thousand agencies, and a procedure asks for twenty of them.
    private readonly Lazy<Dictionary<string, string>> bySlug = new(() => Labels.GroupBy(label => VietnameseText.Slug(label)).ToDictionary(same => same.Key, same => same.First()));

    /// <summary>What is counted on the site or in the province, then what is usual anywhere.</summary>
    public static TermOffer Of(IEnumerable<TermCount> known, bool mayCreate, params IEnumerable<string> usual) =>
        new([.. known.Select(term => term.Label).Concat(usual).DistinctBy(label => VietnameseText.Slug(label))], mayCreate);

    /// <summary>Words as they are written where they exist already, whatever their case and marks; as typed elsewhere.</summary>
    public string? Called(string? typed) => typed is null ? null : Find(typed) ?? typed;

    /// <summary>True where the words may stand: they exist, the person may bring them in, or they stood there before.</summary>
    public bool Takes(string? words, params IEnumerable<string?> before) =>
        string.IsNullOrEmpty(words) || MayCreate || Find(words) is not null || before.Any(old => old is not null && VietnameseText.Slug(old) == VietnameseText.Slug(words));

    /// <summary>The field as this person fills it: a list to choose from, or words with suggestions.</summary>
    /// <param name="suggestions">The element that lists what exists, for those who type.</param>
    /// <param name="none">What is said where nothing is chosen.</param>
    public FormField Ask(FormField field, string suggestions, string none)
    {
        ArgumentNullException.ThrowIfNull(field);
        return MayCreate ? field with { UsualOnes = suggestions } : field with { Choices = [new FieldChoice("", none), .. Labels.Select(label => new FieldChoice(label, label))] };
    }

    private string? Find(string words) => bySlug.Value.GetValueOrDefault(VietnameseText.Slug(words));
}
