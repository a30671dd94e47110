using GovPortal.Core.Content;
using GovPortal.Core.Recipes;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;

namespace GovPortal.Sites;

/// <summary>Opens sites.</summary>
public sealed class SiteOffice(SiteRegister register, TenantDirectory directory, RecipeRunner recipes, TimeProvider clock)
{
    /// <summary>Opens a site from a recipe: it is whole and serving, or there is none.</summary>
    /// <exception cref="RecipeException">The recipe is unknown or has mistakes.</exception>
    public async Task<IReadOnlyList<Refusal>> OpenAsync(NewSite site, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var recipe = recipes.Read(site.Recipe);
        var refusals = SiteRules.Check(site, directory).ToArray();
        if (refusals.Length > 0)
        {
            return refusals;
        }

        var row = RowOf(site, recipe);
        await register.SaveAsync(row, ct);
        try
        {
            await recipes.ApplyAsync(recipe, row.ToTenant(), progress, ct);
        }
        catch (RecipeException)
        {
            await register.RemoveAsync(row.Id, ct);
            throw;
        }

        return [];
    }

    private TenantRow RowOf(NewSite site, Recipe recipe) => new()
    {
        Name = site.Name,
        Title = site.Title.Trim(),
        TitleEn = site.TitleEn,
        Kind = site.Kind ?? recipe.Kind,
        AgencyCode = site.AgencyCode,
        OldAgencyCode = site.OldAgencyCode,
        ParentName = site.Parent,
        Host = site.Host,
        Theme = recipe.Theme,
        Modules = string.Join(' ', recipe.Modules),
        Settings = BodyJson.Write(site.Settings ?? new TenantSettings()),
        CreatedAt = clock.GetUtcNow(),
    };
}
