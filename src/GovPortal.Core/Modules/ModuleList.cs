namespace GovPortal.Core.Modules;

/// <summary>The modules built into this installation, in the order the Host lists them.</summary>
public sealed class ModuleList
{
    private readonly HashSet<string> alwaysOn;

    /// <exception cref="InvalidOperationException">Names double modules and unknown needs, all of them at once.</exception>
    public ModuleList(IReadOnlyList<IModule> modules)
    {
        All = modules;
        alwaysOn = [.. modules.Where(m => m.IsAlwaysOn).Select(m => m.Name)];
        var names = modules.Select(m => m.Name).ToHashSet();
        var mistakes = modules.GroupBy(m => m.Name).Where(g => g.Count() > 1).Select(g => $"two modules are named {g.Key}")
            .Concat(modules.SelectMany(m => m.Needs.Where(need => !names.Contains(need)).Select(need => $"{m.Name} needs {need}, which is not built in")))
            .ToArray();
        if (mistakes.Length > 0)
        {
            throw new InvalidOperationException("The modules do not fit together: " + string.Join("; ", mistakes));
        }
    }

    public IReadOnlyList<IModule> All { get; }

    public bool Knows(string name) => All.Any(m => m.Name == name);

    public bool IsOn(string module, Tenancy.Tenant tenant) => alwaysOn.Contains(module) || tenant.Modules.Contains(module);
}
