using GovPortal.Core.Content;
using GovPortal.Core.Publication;
using GovPortal.Core.Recipes;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using GovPortal.Sites;
using GovPortal.Users;

namespace GovPortal.Host;

/// <summary>Brings the tables up to date; on an empty data folder fills it from a recipe and makes the first administrator.</summary>
internal sealed class FirstSetup(DatabaseSetup database, DataFolder data, TenantDirectory directory, RecipeRunner recipes, LogPump pump, Texts texts, IServiceProvider services, IConfiguration settings, IHostEnvironment environment)
{
    private string Marker => Path.Combine(data.Path, "setup-in-progress");

    /// <summary>Enough for commands: tables and directory.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await database.MigrateAsync(services, ct);
        await directory.ReloadAsync(ct);
    }

    /// <returns>What the person who started it must be told once; null when nothing was set up.</returns>
    public async Task<string?> FillIfEmptyAsync(IProgress<RecipeProgress> progress, CancellationToken ct)
    {
        if (directory.Portal is not null && !File.Exists(Marker))
        {
            return null;
        }

        // While the marker lies here, a set-up was cut off; doing the recipe again completes it.
        await File.WriteAllTextAsync(Marker, "", ct);
        var name = settings["GovPortal:Recipe"] ?? (environment.IsDevelopment() ? "demo" : "blank");
        if (directory.Portal is { } begun)
        {
            await recipes.ApplyAsync(recipes.Read(name), begun, progress, ct);
        }
        else
        {
            var refusals = await services.GetRequiredService<SiteProvisioning>().OpenAsync(new NewSite { Name = Tenant.PortalName, Title = "Cổng thông tin điện tử", Recipe = name }, progress, ct);
            Insist(refusals);
        }

        await pump.CatchUpAsync(ct);
        var told = await MakeAdministratorAsync(ct);
        File.Delete(Marker);
        return told;
    }

    private async Task<string> MakeAdministratorAsync(CancellationToken ct)
    {
        var given = settings["GovPortal:AdminPassword"];
        var password = string.IsNullOrEmpty(given) ? UserAccounts.RandomPassword() : given;
        await using var scope = services.CreateAsyncScope();
        Insist(await scope.ServiceProvider.GetRequiredService<UserAccounts>().TakeInAsync("admin", "Quản trị viên", password, Tenant.PortalName, Role.PortalAdministrator, ct));
        return string.IsNullOrEmpty(given) ? $"Administrator: admin, password: {password}  (shown this once; keep it)" : "Administrator: admin, with the password of GovPortal__AdminPassword";
    }

    private void Insist(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException(string.Join(" ", refusals.Select(r => texts.Sentence(Texts.English, r))));
        }
    }
}
