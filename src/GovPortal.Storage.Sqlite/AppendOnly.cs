namespace GovPortal.Storage.Sqlite;

/// <summary>Tables that are only ever added to. SQLite knows no roles, so triggers refuse.</summary>
internal static class AppendOnly
{
    public static readonly IReadOnlyList<string> Triggers =
    [
        Refusing("audit_log", "UPDATE"), Refusing("audit_log", "DELETE"), Refusing("publication_log", "UPDATE"), Refusing("publication_log", "DELETE"),
    ];

    private static string Refusing(string table, string act) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END";
}
