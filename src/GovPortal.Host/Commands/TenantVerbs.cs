using System.CommandLine;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Sites;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>tenant create | list | enable | disable | close | merge | rename | …</c>.</summary>
internal static class TenantVerbs
{
    public static Command Make() => new("tenant", "Opens, lists, switches, moves and deletes sites.") { Create(), List(), Switch("enable"), Switch("disable"), TenantFileVerbs.Export(), TenantFileVerbs.Import(), TenantFileVerbs.Delete(), MoveVerbs.Close(), MoveVerbs.Merge(), MoveVerbs.Rename(), MoveVerbs.List(), MoveVerbs.Undo() };

    private static Command Create()
    {
        var name = new Option<string?>("--name") { Description = "Name in addresses, for example so-y-te." };
        var title = new Option<string?>("--title") { Description = "The agency's name in Vietnamese." };
        var titleEn = new Option<string?>("--title-en") { Description = "The agency's name in English." };
        var recipe = new Option<string?>("--recipe") { Description = "How the site starts: department, commune, portal or blank." };
        var code = new Option<string?>("--agency-code") { Description = "Agency code, for example H05.21." };
        var oldCode = new Option<string?>("--old-agency-code") { Description = "Agency code of the old style, for example 000.00.21.H05." };
        var host = new Option<string?>("--host") { Description = "Host name the site answers at besides its path." };
        var parent = new Option<string?>("--parent") { Description = "Name of the site above it; portal unless said otherwise." };
        var file = new Option<FileInfo?>("--file") { Description = "Many sites, one JSON object a line." };
        var keepGoing = new Option<bool>("--keep-going") { Description = "With --file: opens those that can be opened; without it all or none." };
        var create = new Command("create", "Opens a site, ready to serve.") { name, title, titleEn, recipe, code, oldCode, host, parent, file, keepGoing };
        create.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (parsed.GetValue(file) is { } many)
            {
                return await ManySites.CreateAsync(services, many.FullName, parsed.GetValue(keepGoing), stop);
            }

            if (parsed.GetValue(name) is not { } named || parsed.GetValue(title) is not { } titled || parsed.GetValue(recipe) is not { } chosen)
            {
                await Console.Error.WriteLineAsync("Say --name, --title and --recipe, or --file.");
                return Verbs.WrongUse;
            }

            var site = new NewSite
            {
                Name = named,
                Title = titled,
                TitleEn = parsed.GetValue(titleEn),
                Recipe = chosen,
                AgencyCode = parsed.GetValue(code),
                OldAgencyCode = parsed.GetValue(oldCode),
                Host = parsed.GetValue(host),
                Parent = parsed.GetValue(parent) ?? ParentOf(services, named),
            };
            var refusals = await services.GetRequiredService<SiteProvisioning>().OpenAsync(site, progress: null, stop);
            if (refusals.Count > 0)
            {
                return CommandRunner.Refuse(services, refusals);
            }

            await CommandAudit.OpenedAsync(services, [site]);
            Console.WriteLine($"{named} is open at /{named}/{(HostNames.Normalized(site.Host) is { } own ? $" and at {own}" : "")}");
            return Verbs.Done;
        }, Doing.Publishes, ct));
        return create;
    }

    private static string? ParentOf(IServiceProvider services, string name) =>
        name != Tenant.PortalName && services.GetRequiredService<TenantDirectory>().Portal is not null ? Tenant.PortalName : null;

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "One JSON array instead of a table." };
        var list = new Command("list", "Lists all sites.") { json };
        list.SetAction((parsed, ct) => CommandRunner.RunAsync((services, _) =>
        {
            var sites = services.GetRequiredService<TenantDirectory>().All;
            if (parsed.GetValue(json))
            {
                Console.WriteLine(BodyJson.Write(sites.Select(t => new { t.Name, t.Title, t.TitleEn, t.Kind, t.AgencyCode, t.OldAgencyCode, Parent = t.ParentName, t.Host, t.IsEnabled, t.Theme, t.Modules })));
            }
            else
            {
                foreach (var site in sites)
                {
                    Console.WriteLine($"{site.Name,-40} {(site.IsEnabled ? "on " : "off")} {site.AgencyCode,-10} {site.Host,-24} {site.Title}");
                }
            }

            return Task.FromResult(Verbs.Done);
        }, Doing.Reads, ct));
        return list;
    }

    private static Command Switch(string verb)
    {
        var name = new Argument<string>("name") { Description = "The site's name." };
        var command = new Command(verb, verb == "enable" ? "Switches a site on again." : "Switches a site off; its content stays.") { name };
        command.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var register = services.GetRequiredService<SiteRegister>();
            var site = parsed.GetRequiredValue(name);
            var refusal = verb == "enable" ? await register.EnableAsync(site, stop) : await register.DisableAsync(site, stop);
            if (refusal is not null)
            {
                return CommandRunner.Refuse(services, refusal);
            }

            await CommandAudit.NoteAsync(services, verb == "enable" ? "site.on" : "site.off", services.GetRequiredService<TenantDirectory>().FindByName(site)?.Title ?? site);
            Console.WriteLine($"{site} is {(verb == "enable" ? "on" : "off")}");
            return Verbs.Done;
        }, Doing.Writes, ct));
        return command;
    }
}
