namespace GovPortal.Core.Storage;

/// <summary>Tables that are only ever added to. PostgreSQL takes the right to change them from the application's role (<see cref="RowLevelPolicies"/>); SQLite knows no roles, so triggers refuse.</summary>
internal static class AppendOnly
{
    public static readonly IReadOnlyList<string> SqliteTriggers =
    [
        Refusing("audit_log", "UPDATE"), Refusing("audit_log", "DELETE"), Refusing("publication_log", "UPDATE"), Refusing("publication_log", "DELETE"),
    ];

    private static string Refusing(string table, string act) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END";
}
