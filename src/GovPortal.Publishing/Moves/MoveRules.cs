using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Publishing.Moves;

/// <summary>Why a site cannot be closed or merged so.</summary>
internal static class MoveRules
{
    // Days that a decision can name; others are slips of the pen.
    private static readonly DateOnly Earliest = new(1945, 9, 2);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public static IReadOnlyList<Refusal> Check(CloseOrder order, TenantDirectory directory) =>
    [
        .. Known(order.Name, "name", directory), .. Ends(order.Name, directory),
        .. order.Successors.SelectMany(name => Takes(name, "successor", [order.Name], directory)), .. Twice(order.Successors, "successor"), .. Day(order.On),
    ];

    public static IReadOnlyList<Refusal> Check(MergeOrder order, TenantDirectory directory) =>
    [
        .. order.From.Count == 0 ? [new Refusal("check.required", "from")] : Array.Empty<Refusal>(),
        .. order.From.SelectMany(name => Known(name, "from", directory).Concat(Ends(name, directory))), .. Twice(order.From, "from"),
        .. Takes(order.Into, "into", order.From, directory), .. Day(order.On),
    ];

    private static IEnumerable<Refusal> Known(string name, string field, TenantDirectory directory) =>
        directory.FindByName(name) is null ? [new Refusal("moves.unknown", field, name)] : name == Tenant.PortalName ? [new Refusal("moves.portal", field, name)] : [];

    private static IEnumerable<Refusal> Ends(string name, TenantDirectory directory) =>
        directory.FindByName(name) is { Settings.Closing: { } closing } ? [new Refusal("moves.closed-already", "name", $"{name} ({string.Join(", ", closing.Successors)})")] : [];

    /// <summary>Who takes over must exist, work on, be another, and not itself come after the one that ends.</summary>
    private static IEnumerable<Refusal> Takes(string name, string field, IReadOnlyList<string> ending, TenantDirectory directory)
    {
        if (directory.FindByName(name) is not { } site)
        {
            yield return new Refusal("moves.unknown", field, name);
        }
        else if (ending.Any(one => directory.FindByName(one)?.Id == site.Id))
        {
            yield return new Refusal("moves.itself", field, name);
        }
        else if (Follows(site, ending, directory))
        {
            yield return new Refusal("moves.circle", field, name);
        }
        else if (site.Settings.Closing is { } closing)
        {
            yield return new Refusal("moves.closed-successor", field, $"{name} ({string.Join(", ", closing.Successors)})");
        }
        else if (!site.IsEnabled)
        {
            yield return new Refusal("moves.off", field, name);
        }
    }

    private static bool Follows(Tenant site, IReadOnlyList<string> ending, TenantDirectory directory)
    {
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>(site.Settings.Closing?.Successors ?? []));
        while (waiting.TryDequeue(out var name))
        {
            if (ending.Contains(name))
            {
                return true;
            }

            foreach (var next in seen.Add(name) ? directory.FindByName(name)?.Settings.Closing?.Successors ?? [] : [])
            {
                waiting.Enqueue(next);
            }
        }

        return false;
    }

    private static IEnumerable<Refusal> Twice(IReadOnlyList<string> names, string field) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => new Refusal("moves.twice", field, group.Key));

    private static IEnumerable<Refusal> Day(DateOnly on) => on < Earliest || on > Latest ? [new Refusal("moves.day", "date", on.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture))] : [];
}
