using GovPortal.Core.Content;
using GovPortal.Core.Recipes;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Sites;

/// <summary>Opens sites.</summary>
public sealed class SiteProvisioning(SiteRegister register, TenantDirectory directory, RecipeRunner recipes, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public void Dispose() => gate.Dispose();

    /// <summary>Opens a site from a recipe: it is whole and serving, or there is none.</summary>
    /// <exception cref="RecipeException">The recipe is unknown or has mistakes.</exception>
    public async Task<IReadOnlyList<Refusal>> OpenAsync(NewSite site, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var recipe = recipes.Read(site.Recipe);
        var row = RowOf(site, recipe);
        if (await EnterAsync(site, row, ct) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var isWhole = false;
        try
        {
            await recipes.ApplyAsync(recipe, row.ToTenant(), progress, ct);
            isWhole = true;
        }
        finally
        {
            if (!isWhole)
            {
                await register.RemoveAsync(row.Id, CancellationToken.None);
            }
        }

        return [];
    }

    /// <summary>Checks and registers as one step, so that of two who ask for the same name at once one is told.</summary>
    private async Task<IReadOnlyList<Refusal>> EnterAsync(NewSite site, TenantRow row, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var refusals = SiteRules.Check(site, directory).ToArray();
            if (refusals.Length == 0)
            {
                await register.SaveAsync(row, ct);
            }

            return refusals;
        }
        catch (DbUpdateException)
        {
            // Another process was quicker; the directory now knows.
            await directory.ReloadAsync(ct);
            var refusals = SiteRules.Check(site, directory).ToArray();
            if (refusals.Length == 0)
            {
                throw;
            }

            return refusals;
        }
        finally
        {
            gate.Release();
        }
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
