namespace GovPortal.OneStop.Demo;

/// <summary>What made-up dossiers are filled with.</summary>
public sealed record DemoWords
{
    public required IReadOnlyList<string> FamilyNames { get; init; }
    public required IReadOnlyList<string> GivenNames { get; init; }
    public required IReadOnlyList<string> Clerks { get; init; }
    public required IReadOnlyList<string> Officers { get; init; }
    public required IReadOnlyList<string> Units { get; init; }
    public required IReadOnlyList<string> Streets { get; init; }
    public required IReadOnlyList<string> SupplementReasons { get; init; }
    public required IReadOnlyList<string> ExtensionReasons { get; init; }
    public required IReadOnlyList<string> StopReasons { get; init; }
}
