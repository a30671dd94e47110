namespace GovPortal.Storage;

/// <summary>Tables that are only ever added to. SQLite knows no roles, so triggers refuse.</summary>
internal static class AppendOnly
{
    /// <summary>Names of these tables.</summary>
    public static readonly IReadOnlyList<string> Tables = ["audit_log", "publication_log"];

    public static readonly IReadOnlyList<string> SqliteTriggers =
    [
        Refusing("audit_log", "UPDATE"), Refusing("audit_log", "DELETE"), Refusing("publication_log", "UPDATE"), Refusing("publication_log", "DELETE"),
    ];

    private static string Refusing(string table, string act) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END";
}
