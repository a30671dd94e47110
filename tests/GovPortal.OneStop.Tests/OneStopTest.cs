using GovPortal.Core.Security;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.OneStop.Tests;

/// <summary>A test of the desk through the whole portal. Ends by seeing that the server warned of nothing.</summary>
public abstract class OneStopTest(PortalFixture portal) : PortalTest(portal)
{
    private static int agencies = 100;

    /// <summary>A site with an agency code and one service: three working days, two papers, two units.</summary>
    protected async Task<(TestSite Site, Service Service)> WithServiceAsync()
    {
        var number = Interlocked.Increment(ref agencies);
        var site = Mine(await Portal.OpenAsync(new() { Name = $"so-mot-cua-{number}", Title = "Sở Một Cửa Đường Lâm", Recipe = "department", AgencyCode = $"H05.{number}", Parent = "portal" }));
        var services = Portal.Services.GetRequiredService<OneStopServicesOf>()(site.Tenant);
        var terms = new ServiceTerms { Days = 3, Fee = 50_000, Papers = [new("Đơn đề nghị", true), new("Ảnh", false)], Units = ["Phòng Đăng ký", "Văn phòng"] };
        Assert.Null(await services.SaveAsync("1.001193", "Đăng ký khai sinh", "Hộ tịch", terms, CancellationToken.None));
        return (site, (await services.FindAsync("1.001193", CancellationToken.None))!);
    }

    protected DossierDesk DeskOf(TestSite site) => Portal.Services.GetRequiredService<DossierDeskOf>()(site.Tenant, Portal.Services.GetRequiredService<TimeProvider>());

    protected static Actor Everyone { get; } = new(Guid.NewGuid(), "Nguyễn Thị Thủy", Enum.GetValues<Role>().ToHashSet());

    protected static NewDossier NewOf(Service service, string name = "Nguyễn Thị Ánh") =>
        new(service.Id, ApplicantKind.Citizen, name, new PersonalData("027012345678", "0912345678", null, "Thôn Đông"), Channel.Direct, ["Đơn đề nghị"], 50_000, "2026-1");
}
