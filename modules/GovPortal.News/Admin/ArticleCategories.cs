using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.News.Admin;

/// <summary>The categories of a site's news: named, renamed, merged, taken away. Articles keep the text they were saved with; lists and filters follow at once.</summary>
public sealed class ArticleCategories(Tenant tenant, PublishedContent published, SiteStructure structure)
{
    public const int LongestLabel = 80;

    private const string Act = "site.categories";

    /// <summary>Every category of the site with its number of public articles: those it has named first, in their order, then what articles brought along.</summary>
    public async Task<IReadOnlyList<TermCount>> OfferedAsync(CancellationToken ct)
    {
        var counted = await published.CountTermsAsync(ArticleType.TypeName, NamedCategories.Kind, ct);
        var named = tenant.Settings.Categories;
        return
        [
            .. named.Select(category => new TermCount(category.Value, category.Label, counted.FirstOrDefault(term => term.Value == category.Value)?.Count ?? 0)),
            .. counted.Where(term => !named.Any(category => category.Value == term.Value)),
        ];
    }

    public async Task<Refusal?> AddAsync(string? label, Guid? by, CancellationToken ct)
    {
        var name = VietnameseText.NormalizeLine(label ?? "");
        if (Refuse(name, await OfferedAsync(ct), except: null) is { } refusal)
        {
            return refusal;
        }

        return await ChangeAsync(present => [.. present, new CategoryName(VietnameseText.Slug(name), name)], by, rows: null, ct);
    }

    public async Task<Refusal?> RenameAsync(string value, string? label, Guid? by, CancellationToken ct)
    {
        var name = VietnameseText.NormalizeLine(label ?? "");
        var all = await OfferedAsync(ct);
        if (!all.Any(category => category.Value == value))
        {
            return new Refusal("news.category.gone");
        }

        if (Refuse(name, all, except: value) is { } refusal)
        {
            return refusal;
        }

        return await ChangeAsync(
            present => present.Any(category => category.Value == value)
                ? [.. present.Select(category => category.Value == value ? category with { Label = name } : category)]
                : [.. present, new CategoryName(value, name)],
            by, db => Carriers(db, value).ExecuteUpdateAsync(set => set.SetProperty(term => term.Label, name), ct), ct);
    }

    /// <summary>Puts all articles of a category into another. Its address leads there from now on.</summary>
    public async Task<Refusal?> MergeAsync(string value, string? into, Guid? by, CancellationToken ct)
    {
        var all = await OfferedAsync(ct);
        if (all.FirstOrDefault(category => category.Value == value) is not { } merged || all.FirstOrDefault(category => category.Value == into) is not { } kept || value == into)
        {
            return new Refusal("news.category.merge.none");
        }

        return await ChangeAsync(
            present =>
            {
                var (old, target) = (present.FirstOrDefault(category => category.Value == value), present.FirstOrDefault(category => category.Value == into) ?? new CategoryName(kept.Value, kept.Label));
                var formerly = target.Formerly.Append(value).Append(VietnameseText.Slug(merged.Label)).Concat(old?.Formerly ?? []).Distinct().Where(one => one != target.Value);
                target = target with { Formerly = [.. formerly] };
                return [.. present.Where(category => category.Value != value && category.Value != into), target];
            },
            by, db => Carriers(db, value).ExecuteUpdateAsync(set => set.SetProperty(term => term.Value, kept.Value).SetProperty(term => term.Label, kept.Label), ct), ct);
    }

    public async Task<Refusal?> DeleteAsync(string value, Guid? by, CancellationToken ct)
    {
        if ((await OfferedAsync(ct)).FirstOrDefault(category => category.Value == value) is not { Count: 0 } unused)
        {
            return new Refusal("news.category.used");
        }

        return await ChangeAsync(present => [.. present.Where(category => category.Value != unused.Value)], by, rows: null, ct);
    }

    private static Refusal? Refuse(string label, IReadOnlyList<TermCount> all, string? except)
    {
        if (label.Length is 0 or > LongestLabel || VietnameseText.Slug(label).Length == 0)
        {
            return new Refusal("news.category.no-label");
        }

        var slug = VietnameseText.Slug(label);
        return all.FirstOrDefault(category => category.Value != except && (category.Value == slug || VietnameseText.Slug(category.Label) == slug)) is { } other
            ? new Refusal("news.category.exists", Value: other.Label)
            : null;
    }

    private Task<Refusal?> ChangeAsync(Func<IReadOnlyList<CategoryName>, IReadOnlyList<CategoryName>> change, Guid? by, Func<PortalDb, Task>? rows, CancellationToken ct) =>
        structure.ChangeAsync(Act, settings => settings.Categories, seen: null, present => present with { Categories = change(present.Categories) }, by, ct, rows);

    private static IQueryable<ItemTerm> Carriers(PortalDb db, string value) =>
        db.Terms.Where(term => term.Type == ArticleType.TypeName && term.Kind == NamedCategories.Kind && term.Value == value);
}
