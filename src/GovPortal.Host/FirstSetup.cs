using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Recipes;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Users;

namespace GovPortal.Host;

/// <summary>
/// Brings the tables up to date; on an empty data folder fills it from a recipe and makes the first administrator. Does nothing and
/// locks nothing where all is ready; else one process works and others wait for it. Whatever a killed one left is gone on with.
/// </summary>
internal sealed class FirstSetup(SetupGate gate, DatabaseSetup database, DataFolder data, TenantDirectory directory, RecipeRunner recipes, LogPump pump, Texts texts, IServiceProvider services, IConfiguration settings, IHostEnvironment environment, ILogger<FirstSetup> logger)
{
    private const string AdminName = UserAccounts.FirstAdministrator;
    private const string AdminTitle = "Quản trị viên";

    private string Marker => Path.Combine(data.Path, "setup-in-progress");

    private string RecipeName => settings["GovPortal:Recipe"] ?? (environment.IsDevelopment() ? "demo" : "blank");

    private SiteProvisioning Office => services.GetRequiredService<SiteProvisioning>();

    /// <summary>For verbs that only read: the directory, from tables that are there already.</summary>
    /// <exception cref="InvalidOperationException">There are no tables of this version; the sentence says what to do.</exception>
    public async Task OpenForReadingAsync(CancellationToken ct)
    {
        await WaitAsync(isToWrite: false, ct);
        switch (await database.LookAsync(ct))
        {
            case DatabaseState.Absent:
                throw IsAbsent();
            case DatabaseState.Older:
                throw new InvalidOperationException($"The database ({database.Place}) is of an older version than this program. Start the server once, or use a verb that writes: that brings it up to date.");
            case DatabaseState.Newer:
                throw IsNewer();
        }

        await directory.ReloadAsync(ct);
        if (directory.Portal is null || File.Exists(Marker))
        {
            logger.LogWarning(new EventId(1, "SetupIncomplete"), "The first set-up has not come to its end, so what follows is incomplete. If no server is at it, start one: it completes the set-up");
        }
    }

    /// <summary>For verbs that can do without an installation: nothing where there is none, else as <see cref="OpenForReadingAsync"/>.</summary>
    public async Task OpenIfThereAsync(CancellationToken ct)
    {
        await WaitAsync(isToWrite: false, ct);
        if (await database.LookAsync(ct) != DatabaseState.Absent)
        {
            await OpenForReadingAsync(ct);
        }
    }

    /// <summary>For verbs that write: tables and directory, where there is an installation.</summary>
    /// <exception cref="InvalidOperationException">There is none, or not yet a whole one; the sentence says what to do.</exception>
    public async Task OpenForWritingAsync(CancellationToken ct)
    {
        await WaitAsync(isToWrite: true, ct);
        if (await IsReadyAsync(ct) && directory.Portal is not null)
        {
            return;
        }

        await using var held = await gate.EnterAsync(ct);

        // Whoever names a wrong folder or database must not be left with a second, empty installation there.
        if (await database.LookAsync(ct) == DatabaseState.Absent)
        {
            throw IsAbsent();
        }

        await PrepareAsync(ct);
        if (directory.Portal is null || File.Exists(Marker))
        {
            throw new InvalidOperationException("The first set-up of this installation was cut off. Start the server once: it completes the set-up. Then run this command again.");
        }
    }

    /// <summary>For a backup that takes the place of everything: tables of this version, whatever stands in them.</summary>
    /// <exception cref="InvalidOperationException">A newer version made them.</exception>
    public async Task OpenForRestoringAsync(CancellationToken ct)
    {
        await data.InsistOnWritingAsync(ct);
        await WaitAsync(isToWrite: true, ct);
        await using var held = await gate.EnterAsync(ct);
        switch (await database.LookAsync(ct))
        {
            case DatabaseState.Newer:
                throw IsNewer();
            case not DatabaseState.Current:
                await database.MigrateAsync(ct);
                break;
        }

        await directory.ReloadAsync(ct);
    }

    /// <summary>The installation is whole: a set-up that was cut off before has nothing left to do.</summary>
    public void Complete() => File.Delete(Marker);

    /// <summary>For the server: tables, directory, and the first contents where there are none.</summary>
    /// <param name="announce">Takes what the person who started it must be told once.</param>
    public async Task OpenAsync(IProgress<RecipeProgress> progress, Action<string> announce, CancellationToken ct)
    {
        await WaitAsync(isToWrite: false, ct);
        if (await IsReadyAsync(ct) && directory.Portal is not null)
        {
            return;
        }

        if (File.Exists(Marker) || await database.LookAsync(ct) == DatabaseState.Absent)
        {
            // Whoever names a wrong recipe or password finds nothing set up, and no database left behind.
            recipes.Read(RecipeName);
            await CheckPasswordAsync();
        }

        await using var held = await gate.EnterAsync(ct);
        await PrepareAsync(ct);
        if (directory.Portal is null || File.Exists(Marker))
        {
            announce(await FillAsync(progress, ct));

            // Only now: whoever is cut off before the password was shown is shown another.
            File.Delete(Marker);
        }
    }

    private Task WaitAsync(bool isToWrite, CancellationToken ct) => database.WaitUntilFreeAsync(isToWrite, told => logger.LogWarning(new EventId(3, "WaitingForDatabase"), "{Told}", told), ct);

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        await data.InsistOnWritingAsync(ct);
        var state = await database.LookAsync(ct);
        if (state == DatabaseState.Newer)
        {
            throw IsNewer();
        }

        if (state != DatabaseState.Current || File.Exists(Marker) || Office.MayHaveCutOff)
        {
            return false;
        }

        await directory.ReloadAsync(ct);
        return true;
    }

    /// <summary>What another process did meanwhile is not done again.</summary>
    private async Task PrepareAsync(CancellationToken ct)
    {
        var state = await database.LookAsync(ct);
        if (state == DatabaseState.Absent && Leavings.Without(database, data) is { } lost)
        {
            throw new InvalidOperationException(lost);
        }

        if (state != DatabaseState.Current)
        {
            await database.MigrateAsync(ct);
        }

        await directory.ReloadAsync(ct);
        foreach (var name in await Office.TakeBackCutOffAsync(site => site != Tenant.PortalName || !File.Exists(Marker), ct))
        {
            logger.LogWarning(new EventId(2, "SiteTakenBack"), "Opening the site {Site} had been cut off. What there was of it has been taken back; it can be opened again", name);
        }
    }

    /// <returns>The administrator's name and password.</returns>
    private async Task<string> FillAsync(IProgress<RecipeProgress> progress, CancellationToken ct)
    {
        // While the marker lies here, a set-up was cut off; doing the recipe again completes it.
        await File.WriteAllTextAsync(Marker, "", ct);
        if (directory.Portal is { } begun)
        {
            await recipes.ApplyAsync(recipes.Read(RecipeName), begun, progress, ct);
        }
        else
        {
            Insist(await Office.OpenAsync(new NewSite { Name = Tenant.PortalName, Title = "Cổng thông tin điện tử", Recipe = RecipeName }, progress, ct));
        }

        await pump.CatchUpAsync(ct);
        return await MakeAdministratorAsync(ct);
    }

    private async Task<string> MakeAdministratorAsync(CancellationToken ct)
    {
        var given = settings["GovPortal:AdminPassword"];
        var password = string.IsNullOrEmpty(given) ? UserAccounts.RandomPassword() : given;
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        Insist((await people.TakeInAsync(AdminName, AdminTitle, password, Tenant.PortalName, Role.PortalAdministrator, ct)).Refusals);
        Insist(await people.SetPasswordAsync(AdminName, password));
        return string.IsNullOrEmpty(given) ? $"Administrator: admin, password: {password}  (shown this once; keep it)" : "Administrator: admin, with the password of GovPortal__AdminPassword";
    }

    private async Task CheckPasswordAsync()
    {
        if (settings["GovPortal:AdminPassword"] is { Length: > 0 } given)
        {
            await using var scope = services.CreateAsyncScope();
            Insist(await scope.ServiceProvider.GetRequiredService<UserAccounts>().CheckPasswordAsync(AdminName, AdminTitle, given));
        }
    }

    private InvalidOperationException IsAbsent() =>
        new(Leavings.Without(database, data) ?? $"There is no installation yet ({database.Place}). Start the server once to set it up, or correct GovPortal__DataPath or ConnectionStrings__Postgres.");

    private InvalidOperationException IsNewer() =>
        new($"The database ({database.Place}) was made by a newer version of this program. Start that version, or bring back the backup made before it was installed.");

    private void Insist(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException(string.Join(" ", refusals.Select(r => texts.Sentence(Texts.English, r))));
        }
    }
}
