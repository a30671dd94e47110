using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Import;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Transfer;
using GovPortal.Sites;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>tenant create --file</c>: opens the sites of a file, all or none, or with <c>--keep-going</c> those that can be.</summary>
internal sealed class ManySites(IServiceProvider services, bool keepGoing)
{
    private readonly TenantDirectory directory = services.GetRequiredService<TenantDirectory>();
    private readonly SiteProvisioning office = services.GetRequiredService<SiteProvisioning>();
    private readonly List<(int Line, NewSite Site)> sites = [];
    private readonly List<NewSite> opened = [];
    private readonly HashSet<int> refused = [];
    private int line;

    public static async Task<int> CreateAsync(IServiceProvider services, string path, bool keepGoing, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return Verbs.WrongUse;
        }

        return await new ManySites(services, keepGoing).CreateAsync(path, ct);
    }

    private async Task<int> CreateAsync(string path, CancellationToken ct)
    {
        await ReadAsync(path, ct);
        if (refused.Count > 0 && !keepGoing)
        {
            await Console.Error.WriteLineAsync("Nothing was opened. Correct the lines, or say --keep-going.");
            return Verbs.SomeRefused;
        }

        try
        {
            if (!await OpenAsync(ct))
            {
                return Verbs.SomeRefused;
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{opened.Count} sites opened; it stopped at line {line}. Run it again with --keep-going to open the others.");
            throw;
        }
        finally
        {
            await CommandAudit.OpenedAsync(services, opened);
        }

        Console.WriteLine($"{opened.Count} sites opened, {refused.Count} refused.");
        return refused.Count > 0 ? Verbs.SomeRefused : Verbs.Done;
    }

    /// <returns>False where one could not be opened and so none is.</returns>
    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        foreach (var (number, site) in sites)
        {
            line = number;
            ct.ThrowIfCancellationRequested();
            var refusals = await TryOpenAsync(site, ct);
            if (refusals.Count == 0)
            {
                opened.Add(site);
                continue;
            }

            await RefuseAsync(refusals);
            if (!keepGoing)
            {
                await TakeBackAsync();
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<string>> TryOpenAsync(NewSite site, CancellationToken ct)
    {
        try
        {
            return [.. (await office.OpenAsync(site, progress: null, ct)).Select(Said)];
        }
        catch (RecipeException broken)
        {
            return [$"line {line}, recipe: {broken.Message}"];
        }
    }

    /// <summary>All or none: what was opened before is gone again.</summary>
    private async Task TakeBackAsync()
    {
        foreach (var site in opened)
        {
            await services.GetRequiredService<SiteRemoval>().RemoveAsync(directory.FindByName(site.Name)!, CancellationToken.None);
        }

        await Console.Error.WriteLineAsync($"Nothing was opened: {opened.Count} sites that had been were taken back. Correct the line, or say --keep-going.");
        opened.Clear();
    }

    /// <summary>Every line is checked before the first site is opened, against the directory and the lines before it.</summary>
    private async Task ReadAsync(string path, CancellationToken ct)
    {
        using var file = new LineFile(path);
        while (await file.ReadLineAsync(ct) is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var (read, odd) = SiteLines.Read(text);
            var site = read is null ? null : read with { Host = HostNames.Normalized(read.Host) };
            string[] mistakes = [.. odd.Select(Said), .. site is null ? [] : await MistakesInAsync(site, ct)];
            await RefuseAsync(mistakes);
            if (site is not null && mistakes.Length == 0)
            {
                sites.Add((line, site));
            }
        }
    }

    private async Task<IEnumerable<string>> MistakesInAsync(NewSite site, CancellationToken ct)
    {
        try
        {
            var refusals = await office.CheckAsync(site, ct);
            return refusals.Where(r => r.Code != "sites.create.unknown-parent" || !sites.Any(s => s.Site.Name == site.Parent)).Concat(TwiceIn(site)).Select(Said);
        }
        catch (RecipeException broken)
        {
            return [$"line {line}, recipe: {broken.Message}"];
        }
    }

    private IEnumerable<Refusal> TwiceIn(NewSite site)
    {
        if (sites.Any(s => s.Site.Name == site.Name))
        {
            yield return new Refusal("sites.create.name-taken", "name", site.Name);
        }

        if (site.Host is { } host && sites.Find(s => s.Site.Host == host) is { Site: { } other, Line: var at })
        {
            yield return new Refusal("sites.create.host-taken", "host", $"{host} ({other.Name}, line {at})");
        }

        foreach (var code in new[] { site.AgencyCode, site.OldAgencyCode }.OfType<string>())
        {
            if (sites.Find(s => s.Site.AgencyCode == code || s.Site.OldAgencyCode == code) is { Site: { } same, Line: var before })
            {
                yield return new Refusal("sites.create.agency-code-taken", "agencyCode", $"{code} ({same.Name}, line {before})");
            }
        }
    }

    private async Task RefuseAsync(IReadOnlyCollection<string> mistakes)
    {
        if (mistakes.Count > 0)
        {
            refused.Add(line);
        }

        foreach (var mistake in mistakes)
        {
            await Console.Error.WriteLineAsync(mistake);
        }
    }

    private string Said(Refusal refusal) => $"line {line}, {refusal.Field}: {services.GetRequiredService<Texts>().Sentence(Texts.English, refusal)}";
}
