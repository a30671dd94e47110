using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Themes;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Sites;

/// <summary>Opens sites.</summary>
public sealed class SiteProvisioning(SiteRegister register, TenantDirectory directory, ReservedSegments reserved, RecipeRunner recipes, ThemeList themes, PortalDbFactory databases, ContentTypes types, MailSettings mail, DataFolder data, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly OpeningNotes notes = new(data);

    /// <summary>True where a site is being opened, or its opening was cut off by a kill or a lost database.</summary>
    public bool MayHaveCutOff => notes.HasAny;

    public void Dispose() => gate.Dispose();

    /// <summary>Opens a site from a recipe: it is whole and serving, or there is none.</summary>
    /// <exception cref="RecipeException">The recipe is unknown or has mistakes.</exception>
    public async Task<IReadOnlyList<Refusal>> OpenAsync(NewSite site, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        site = site with { Host = HostNames.Normalized(site.Host) };
        var recipe = recipes.Read(site.Recipe);
        var row = RowOf(site, recipe);
        var (refusals, note) = await EnterAsync(site, recipe, row, ct);
        using (note)
        {
            if (note is not null)
            {
                await FillAsync(recipe, row, note, progress, ct);
            }
        }

        return refusals;
    }

    /// <summary>Why a site cannot be opened here; empty when it can.</summary>
    /// <param name="site">With its host as <see cref="HostNames.Normalized"/> spells it.</param>
    /// <exception cref="RecipeException">The recipe is unknown or has mistakes.</exception>
    public Task<IReadOnlyList<Refusal>> CheckAsync(NewSite site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        return CheckAsync(site, recipes.Read(site.Recipe), ct);
    }

    private async Task<IReadOnlyList<Refusal>> CheckAsync(NewSite site, Recipe recipe, CancellationToken ct)
    {
        var refusals = SiteRules.Check(site, directory, reserved, mail.PublicAddress).ToList();
        if (directory.Portal is not { } portal)
        {
            return refusals;
        }

        // It sets up an installation: here it would rename the portal and fill it.
        if (recipe.OpensSites && site.Name != Tenant.PortalName)
        {
            refusals.Add(new Refusal("sites.create.recipe-of-installation", "recipe", site.Recipe));
        }

        // A name that is refused already need not be looked up.
        if (refusals.Count == 0 && await IsPageOfPortalAsync(portal, site.Name, ct))
        {
            refusals.Add(new Refusal("sites.create.hides-page", "name", site.Name));
        }

        return refusals;
    }

    private async Task<bool> IsPageOfPortalAsync(Tenant portal, string name, CancellationToken ct)
    {
        string[] atRoot = [.. types.All.Where(type => type.Path.Length == 0).Select(type => type.Name)];
        await using var db = databases.OpenFor(portal);
        return await db.Addresses.AnyAsync(address => atRoot.Contains(address.Type) && address.Slug == name, ct);
    }

    /// <summary>Takes back what there is of sites whose opening was cut off.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> TakeBackCutOffAsync(Func<string, bool> isMeant, CancellationToken ct)
    {
        var taken = new List<string>();
        foreach (var note in notes.TakeAbandoned())
        {
            using (note)
            {
                var name = Path.GetFileName(note.Name);
                if (isMeant(name) && OpeningNotes.OpenedAt(note) is { } at && await register.RemoveAsync(name, at, ct))
                {
                    taken.Add(name);
                }

                OpeningNotes.End(note);
            }
        }

        return taken;
    }

    /// <summary>Where it fails and the site cannot be taken back either, as when the database is gone, its note stays and the next start does it.</summary>
    private async Task FillAsync(Recipe recipe, TenantRow row, FileStream note, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
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

            OpeningNotes.End(note);
        }
    }

    /// <summary>Checks and registers as one step, so that of two who ask for the same name at once one is told.</summary>
    /// <returns>Why there is no such site, or the note that it is being opened.</returns>
    private async Task<(IReadOnlyList<Refusal> Refusals, FileStream? Note)> EnterAsync(NewSite site, Recipe recipe, TenantRow row, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        FileStream? note = null;
        try
        {
            var refusals = await CheckAsync(site, recipe, ct);
            if (refusals.Count > 0)
            {
                return (refusals, null);
            }

            note = notes.TryBegin(site.Name, row.CreatedAt);
            if (note is null)
            {
                return ([new Refusal("sites.create.name-taken", "name", site.Name)], null);
            }

            await register.SaveAsync(row, ct);
            return ([], note);
        }
        catch (DbUpdateException)
        {
            if (note is not null)
            {
                OpeningNotes.End(note);
            }

            // Another process was quicker; the directory now knows.
            await directory.ReloadAsync(ct);
            var refusals = await CheckAsync(site, recipe, ct);
            if (refusals.Count == 0)
            {
                throw;
            }

            return (refusals, null);
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
        Theme = themes.Of(recipe.Theme).Name,
        Modules = string.Join(' ', recipe.Modules),
        Settings = BodyJson.Write(site.Settings ?? new TenantSettings()),
        CreatedAt = clock.GetUtcNow(),
    };
}
