using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;

namespace GovPortal.Core.Content;

/// <summary>Leads what items say of their category to what the site calls it now.</summary>
public static class NamedCategories
{
    /// <summary>Kind of the terms that say an item's category.</summary>
    public const string Kind = "category";

    /// <summary>The site's category of a value, of one that was merged into it, or of its name; null where the site has named none so.</summary>
    public static CategoryName? CategoryOf(this TenantSettings settings, string? value)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return string.IsNullOrEmpty(value) || settings.Categories.Count == 0 ? null
            : settings.Categories.FirstOrDefault(category => category.Value == value)
            ?? settings.Categories.FirstOrDefault(category => category.Formerly.Contains(value))
            ?? settings.Categories.FirstOrDefault(category => VietnameseText.Slug(category.Label) == value);
    }

    /// <summary>What a category is called now that was called so when its item was saved.</summary>
    public static string CalledNow(this TenantSettings settings, string label)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Categories.Count == 0 ? label : settings.CategoryOf(VietnameseText.Slug(label))?.Label ?? label;
    }

    /// <summary>The facts with the categories as the site calls them.</summary>
    internal static ContentFacts On(this ContentFacts facts, Tenant tenant) => tenant.Settings.Categories.Count == 0 ? facts : facts with
    {
        Terms = [.. facts.Terms.Select(term => term.Kind == Kind && tenant.Settings.CategoryOf(term.Value) is { } named ? new ContentTerm(Kind, named.Value, named.Label) : term)],
    };
}
