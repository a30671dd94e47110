using System.CommandLine;
using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Moves;
using GovPortal.Sites;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>tenant close | merge | rename | moves | undo</c>: agencies that end, become part of another, or are called otherwise.</summary>
internal static class MoveVerbs
{
    public static Command Close()
    {
        var name = new Argument<string>("name") { Description = "The site of the agency that ends." };
        var successors = new Option<string[]>("--successor") { Description = "The site of who takes over; may be given more than once, the one with most of the duties first." };
        var (date, decision, leadsOn) = Words();
        var close = new Command("close", "Ends an agency: its pages stay and say so, and who came after it.") { name, successors, date, decision, leadsOn };
        close.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (!TryDay(services, parsed.GetValue(date), out var on))
            {
                return CommandRunner.Refuse(services, new Refusal("moves.day", "--date", parsed.GetValue(date)));
            }

            var order = new CloseOrder(parsed.GetRequiredValue(name), parsed.GetValue(successors) ?? [], on) { Decision = parsed.GetValue(decision), LeadsOn = parsed.GetValue(leadsOn) };
            var (refusals, move) = await services.GetRequiredService<SiteClosings>().CloseAsync(order, by: null, stop);
            return refusals.Count > 0 ? CommandRunner.Refuse(services, refusals) : Told($"{order.Name} ends on {Day(on)}", move);
        }, Doing.Publishes, ct));
        return close;
    }

    public static Command Merge()
    {
        var names = new Argument<string[]>("names") { Description = "The sites of the agencies that become part of another.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = "The site of the agency they become part of.", Required = true };
        var preview = new Option<bool>("--preview") { Description = "Counts what would go over and changes nothing." };
        var (date, decision, leadsOn) = Words();
        var merge = new Command("merge", "Makes agencies part of another: content, files and people go over, every address lives on.") { names, into, date, decision, leadsOn, preview };
        merge.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (!TryDay(services, parsed.GetValue(date), out var on))
            {
                return CommandRunner.Refuse(services, new Refusal("moves.day", "--date", parsed.GetValue(date)));
            }

            var order = new MergeOrder(parsed.GetRequiredValue(names), parsed.GetRequiredValue(into), on) { Decision = parsed.GetValue(decision), LeadsOn = parsed.GetValue(leadsOn) };
            return await MergeAsync(services, order, parsed.GetValue(preview), stop);
        }, Doing.Publishes, ct));
        return merge;
    }

    public static Command Rename()
    {
        var name = new Argument<string>("name") { Description = "The site's present name." };
        var newName = new Option<string?>("--name") { Description = "Its name in addresses from now on; the present one leads to it." };
        var title = new Option<string?>("--title") { Description = "The agency's name in Vietnamese from now on." };
        var host = new Option<string?>("--host") { Description = "Host name from now on; empty takes it away. The present one leads to it." };
        var rename = new Command("rename", "Gives a site another name, title or host; every address lives on.") { name, newName, title, host };
        rename.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var order = new RenameOrder(parsed.GetRequiredValue(name)) { NewName = parsed.GetValue(newName), Title = parsed.GetValue(title), Host = parsed.GetValue(host) };
            var (refusals, move) = await services.GetRequiredService<SiteNaming>().RenameAsync(order, by: null, stop);
            return refusals.Count > 0 ? CommandRunner.Refuse(services, refusals) : Told($"{order.Name} is renamed", move);
        }, Doing.Publishes, ct));
        return rename;
    }

    public static Command List()
    {
        var list = new Command("moves", "Lists what was closed, merged and renamed, with the numbers to take it back by.");
        list.SetAction((_, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var book = services.GetRequiredService<MoveHistory>();
            foreach (var move in await book.ListAsync(stop))
            {
                var state = move.UndoneAt is not null ? "taken back" : book.IsOpen(move) ? "can be taken back" : "stands";
                Console.WriteLine($"{move.Id,4} {move.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}Z {move.Kind,-7} {move.Sites} -> {move.Into} ({state})");
            }

            return Verbs.Done;
        }, Doing.Reads, ct));
        return list;
    }

    public static Command Undo()
    {
        var number = new Argument<int>("number") { Description = "As “tenant moves” gives it." };
        var undo = new Command("undo", $"Takes back what was closed, merged or renamed in the last {MoveHistory.DaysToUndo} days.") { number };
        undo.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (await services.GetRequiredService<SiteClosings>().UndoAsync(parsed.GetRequiredValue(number), by: null, stop) is { } refusal)
            {
                return CommandRunner.Refuse(services, refusal);
            }

            Console.WriteLine("It is taken back.");
            return Verbs.Done;
        }, Doing.Publishes, ct));
        return undo;
    }

    private static async Task<int> MergeAsync(IServiceProvider services, MergeOrder order, bool isPreview, CancellationToken stop)
    {
        var merging = services.GetRequiredService<SiteMerging>();
        var (refusals, preview) = await merging.PreviewAsync(order, stop);
        if (refusals.Count > 0)
        {
            return CommandRunner.Refuse(services, refusals);
        }

        foreach (var site in preview.Sites)
        {
            Console.WriteLine($"{site.Name} -> {order.Into}: {site.Items} items, {site.Renamed} of them to another address, {site.Files} files, {site.People} people, {site.Children} sites below it; {site.Pages} standing pages stay, {site.Known} items are known there by their code");
        }

        if (isPreview)
        {
            Console.WriteLine("Preview: nothing was changed.");
            return Verbs.Done;
        }

        var (late, move) = await merging.MergeAsync(order, by: null, stop);
        return late.Count > 0 ? CommandRunner.Refuse(services, late) : Told($"{string.Join(", ", order.From)} became part of {order.Into}", move);
    }

    private static (Option<string?> Date, Option<string?> Decision, Option<bool> LeadsOn) Words() =>
    (
        new Option<string?>("--date") { Description = "First day on which the agency works no more (2025-07-01 or 01/07/2025); today unless said otherwise." },
        new Option<string?>("--decision") { Description = "The decision by which it ends, as readers see it." },
        new Option<bool>("--lead-on") { Description = "Leads readers on to who takes over instead of showing what is left under a notice." }
    );

    private static bool TryDay(IServiceProvider services, string? text, out DateOnly day)
    {
        day = services.GetRequiredService<TenantDirectory>().Portal is { } portal ? new TenantClock(portal, services.GetRequiredService<TimeProvider>()).Today : default;
        return text is null || WrittenDay.TryParse(text, out day);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Told(string what, int move)
    {
        Console.WriteLine($"{what}. It can be taken back for {MoveHistory.DaysToUndo} days: tenant undo {move.ToString(CultureInfo.InvariantCulture)}");
        return Verbs.Done;
    }
}
