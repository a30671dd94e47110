using System.Reflection;
using System.Text.Json;
using GovPortal.Core.Files;

namespace GovPortal.Publishing.Rules;

/// <summary>A number of days that a text of law sets, for as long as it holds. Data, never a constant: laws change, and an agency may bind itself to less.</summary>
/// <param name="Name">For example <c>feedback.question.answer</c>; after <c>rule.</c> the key of its name for people.</param>
/// <param name="Days">Working days or days, as its name says; at least 1.</param>
/// <param name="Citation">The text and article that sets it, in Vietnamese.</param>
/// <param name="From">First day it holds for what begins that day.</param>
/// <param name="Until">Last such day; null while no end is known.</param>
public sealed record DatedRule(string Name, int Days, string Citation, DateOnly From, DateOnly? Until = null)
{
    /// <summary>False where the text itself was not read by whoever wrote the rule down: an administrator is asked to check it.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What it needs besides, in the law's words; null where it needs nothing.</summary>
    public string? Note { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>The rules that come with a module.</summary>
/// <param name="Module">Name of the module; rules of one that is off are not shown.</param>
public sealed record ModuleRules(string Module, IReadOnlyList<DatedRule> Rules)
{
    /// <summary>Reads them from the resource <c>rules.json</c> of the module's assembly.</summary>
    public static ModuleRules Read(string module, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.rules.json")!;
        return new ModuleRules(module, JsonSerializer.Deserialize<DatedRule[]>(stream, BodyJson.Options)!);
    }
}
