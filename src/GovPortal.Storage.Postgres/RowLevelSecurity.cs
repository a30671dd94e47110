using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovPortal.Storage.Postgres;

/// <summary>
/// Tells PostgreSQL for whom each connection speaks, and gives up the owner's rights: the policies of
/// <see cref="RowLevelPolicies"/> then hold even for a query that forgot its filter.
/// </summary>
internal sealed class RowLevelSecurity : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Introduce(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Introduce(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Introduce(DbConnection connection, ConnectionEndEventData eventData)
    {
        var command = connection.CreateCommand();
        var scope = eventData.Context is PortalDb db ? db.Scope : DataScope.Installation;
        command.CommandText = $"SELECT set_config('role', '{RowLevelPolicies.ReaderRole}', false), set_config('app.tenant', @tenant, false)";
        var tenant = command.CreateParameter();
        tenant.ParameterName = "tenant";
        tenant.Value = scope switch
        {
            DataScope.Site => ((PortalDb)eventData.Context!).TenantId.ToString(CultureInfo.InvariantCulture),
            DataScope.PublishedAcrossSites => RowLevelPolicies.AcrossSites,
            _ => "",
        };
        command.Parameters.Add(tenant);
        return command;
    }
}
