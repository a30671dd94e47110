using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Web;

namespace GovPortal.Procedures;

/// <summary>“Việc người dân hay tìm”: the few needs most people come with, first on the home page.</summary>
public sealed class CommonTasksSection(Tenant tenant) : IHomeSection
{
    public string Name => "common-tasks";

    public string Module => ProceduresModule.Named;

    public int Order => 10;

    public string Partial => "Procedures/Site/_HomeCommonTasks";

    public Task<object?> LoadAsync(CancellationToken ct) =>
        Task.FromResult<object?>(tenant.Settings.CommonTasks.Count == 0 ? null : tenant.Settings.CommonTasks);
}
