using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;

namespace GovPortal.Publishing.Content;

/// <summary>A kind of terms that a site names, puts in order and merges itself.</summary>
/// <param name="Kind">The kind as it stands in the terms of items.</param>
public sealed record NamedKind(string Kind, Func<TenantSettings, IReadOnlyList<TermName>> Of, Func<TenantSettings, IReadOnlyList<TermName>, TenantSettings> With)
{
    /// <summary>Categories of news.</summary>
    public static NamedKind Category { get; } = new("category", settings => settings.Categories, (settings, names) => settings with { Categories = names });

    /// <summary>Fields of work that procedures and legal documents are under.</summary>
    public static NamedKind Field { get; } = new("field", settings => settings.Fields, (settings, names) => settings with { Fields = names });

    public static NamedKind? Find(string kind) => kind == Category.Kind ? Category : kind == Field.Kind ? Field : null;
}

/// <summary>Leads what items say of their category or field to what the site calls it now.</summary>
public static class NamedTerms
{
    /// <summary>The site's name for a value, for one that was merged into it, or for a label as a slug; null where the site has named none so.</summary>
    public static TermName? TermOf(this TenantSettings settings, NamedKind kind, string? value)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(kind);
        var names = kind.Of(settings);
        return string.IsNullOrEmpty(value) || names.Count == 0 ? null
            : names.FirstOrDefault(name => name.Value == value)
            ?? names.FirstOrDefault(name => name.Merged.Any(old => old.Value == value))
            ?? names.FirstOrDefault(name => VietnameseText.Slug(name.Label) == value)
            ?? names.FirstOrDefault(name => name.Merged.Any(old => VietnameseText.Slug(old.Label) == value));
    }

    /// <summary>What a category or field is called now that was called so when its item was saved.</summary>
    public static string CalledNow(this TenantSettings settings, NamedKind kind, string label)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Of(settings).Count == 0 ? label : settings.TermOf(kind, VietnameseText.Slug(label))?.Label ?? label;
    }

    /// <summary>Counted terms as the site calls and orders them: those it has named first, then the others as they were counted.</summary>
    /// <param name="isMerged">Adds up what the site has merged. False over many sites, whose items still say the old value.</param>
    public static IReadOnlyList<TermCount> Arrange(this TenantSettings settings, string kind, IReadOnlyList<TermCount> counted, bool isMerged = true)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(counted);
        if (NamedKind.Find(kind) is not { } named || named.Of(settings) is not { Count: > 0 } names)
        {
            return counted;
        }

        var places = names.Select((name, place) => (name.Value, place)).ToDictionary();
        return
        [
            .. counted
                .Select(term => (Term: term, Name: isMerged ? settings.TermOf(named, term.Value) : names.FirstOrDefault(name => name.Value == term.Value)))
                .GroupBy(pair => pair.Name?.Value ?? pair.Term.Value)
                .Select(group => group.First() is { Name: { } name } ? new TermCount(name.Value, name.Label, group.Sum(pair => pair.Term.Count)) : group.First().Term)
                .OrderBy(term => places.GetValueOrDefault(term.Value, names.Count)),
        ];
    }

    /// <summary>What to offer to those who choose: every name of the site in its order, though nothing carries it yet, then the others as they were counted.</summary>
    public static IReadOnlyList<TermCount> Offer(this TenantSettings settings, NamedKind kind, IReadOnlyList<TermCount> counted)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var arranged = settings.Arrange(kind.Kind, counted);
        var names = kind.Of(settings);
        return
        [
            .. names.Select(name => arranged.FirstOrDefault(term => term.Value == name.Value) ?? new TermCount(name.Value, name.Label, 0)),
            .. arranged.Where(term => !names.Any(name => name.Value == term.Value)),
        ];
    }

    /// <summary>A term as the site calls it.</summary>
    public static ContentTerm Called(this TenantSettings settings, ContentTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return NamedKind.Find(term.Kind) is { } kind && settings.TermOf(kind, term.Value) is { } name ? new ContentTerm(term.Kind, name.Value, name.Label) : term;
    }

    /// <summary>The facts with categories and fields as the site calls them.</summary>
    internal static ContentFacts On(this ContentFacts facts, Tenant tenant) =>
        tenant.Settings is { Categories.Count: 0, Fields.Count: 0 } ? facts : facts with { Terms = [.. facts.Terms.Select(tenant.Settings.Called)] };
}
