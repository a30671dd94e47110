using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.OneStop.Legs;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.OneStop.Tests;

/// <summary>Questions between agencies of one installation.</summary>
public abstract class LegTests(PortalFixture portal) : OneStopTest(portal)
{
    [Fact]
    public async Task Both_agencies_answer_before_the_dossier_goes_on()
    {
        var ((commune, service), (first, _), (second, _)) = (await WithServiceAsync(), await WithServiceAsync(), await WithServiceAsync());
        var id = await AtWorkAsync(commune, service);
        await SendAsync(commune, first, id);
        await SendAsync(commune, second, id);

        await AnswerAsync(first);
        await Eventually.BecomesTrueAsync("the first answer is taken", async () => (await LegsAsync(commune, id)).Count(leg => leg.AnsweredAt is not null) == 1);
        Assert.Equal(LocalState.Interoperating, (await DossierAsync(commune, id)).Local);
        await AnswerAsync(second);
        await Eventually.BecomesTrueAsync("the dossier goes on", async () => (await DossierAsync(commune, id)).Local == LocalState.InWork);

        Assert.All(await LegsAsync(commune, id), leg => Assert.Equal("Đồng ý", leg.Answer));
        Assert.Equal("onestop.leg.unknown", (await DeskOfLegs(first).AnswerAsync((await TaskOfAsync(first)).Id, "Lần nữa", Everyone, CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_taken_once()
    {
        var ((commune, service), (department, _)) = (await WithServiceAsync(), await WithServiceAsync());
        var id = await AtWorkAsync(commune, service);
        await SendAsync(commune, department, id);
        await AnswerAsync(department);
        await Eventually.BecomesTrueAsync("the dossier goes on", async () => (await DossierAsync(commune, id)).Local == LocalState.InWork);
        var steps = (await DossierAsync(commune, id)).Revision;

        var leg = (await LegsAsync(commune, id)).Single();
        await DeskOf(commune).TakeLegAnswerAsync(new LegAnswer(leg.Id, "Khác hẳn", "Ai đó", DateTimeOffset.UnixEpoch), CancellationToken.None);
        var courier = Portal.Services.GetRequiredService<LegCourier>();
        await using (var db = Database(commune))
        {
            db.LegMessages.Add(new LegMessage { Id = Guid.NewGuid(), TenantId = commune.Tenant.Id, ToTenantId = department.Tenant.Id, Body = BodyJson.Write(new LegRequest(leg.Id, "", "", "", "Khác hẳn", leg.DueAt)), CreatedAt = Portal.Clock.GetUtcNow(), NextTryAt = Portal.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        courier.Wake();
        await Eventually.BecomesTrueAsync("the outbox is empty", async () => !await HasMessagesAsync(commune));

        Assert.Equal(("Đồng ý", steps), ((await LegsAsync(commune, id)).Single().Answer, (await DossierAsync(commune, id)).Revision));
        Assert.Equal("Xin ý kiến", (await TaskOfAsync(department)).Question);
    }

    [Fact]
    public async Task A_closed_agency_is_not_asked_and_what_waits_for_one_is_kept()
    {
        var ((commune, service), (department, _)) = (await WithServiceAsync(), await WithServiceAsync());
        var id = await AtWorkAsync(commune, service);
        Assert.Equal("onestop.leg.closed", (await DeskOf(commune).SendLegAsync(id, 4, commune.Tenant, "Hỏi", 2, Everyone, CancellationToken.None))?.Code);
        Assert.Null(await department.Register.DisableAsync(department.Name, CancellationToken.None));
        Assert.Equal("onestop.leg.closed", (await DeskOf(commune).SendLegAsync(id, 4, department.Tenant, "Hỏi", 2, Everyone, CancellationToken.None))?.Code);
        Assert.Equal("onestop.leg.days", (await DeskOf(commune).SendLegAsync(id, 4, await OpenAgainAsync(department), "Hỏi", 0, Everyone, CancellationToken.None))?.Code);

        Assert.Equal(LocalState.InWork, (await DossierAsync(commune, id)).Local);
        Assert.Empty(await LegsAsync(commune, id));
    }

    private static async Task<Tenant> OpenAgainAsync(TestSite site)
    {
        Assert.Null(await site.Register.EnableAsync(site.Name, CancellationToken.None));
        return site.Tenant;
    }

    private async Task<long> AtWorkAsync(TestSite site, Service service)
    {
        var id = (await DeskOf(site).EnterAsync(NewOf(service), new ActRequest(DossierAct.Accept), Everyone, CancellationToken.None)).Id!.Value;
        Assert.Null(await DeskOf(site).ActAsync(id, 2, new ActRequest(DossierAct.Forward) { ToUnit = "Văn phòng" }, Everyone, CancellationToken.None));
        Assert.Null(await DeskOf(site).ActAsync(id, 3, new ActRequest(DossierAct.Take), Everyone, CancellationToken.None));
        return id;
    }

    private async Task SendAsync(TestSite from, TestSite to, long id)
    {
        Assert.Null(await DeskOf(from).SendLegAsync(id, (await DossierAsync(from, id)).Revision, to.Tenant, "Xin ý kiến", 2, Everyone, CancellationToken.None));
        Portal.Services.GetRequiredService<LegCourier>().Wake();
        await Eventually.BecomesTrueAsync("the question arrives", async () => (await DeskOfLegs(to).ListAsync(CancellationToken.None)).Count == 1);
    }

    private async Task AnswerAsync(TestSite site) => Assert.Null(await DeskOfLegs(site).AnswerAsync((await TaskOfAsync(site)).Id, "Đồng ý", Everyone, CancellationToken.None));

    private async Task<LegTask> TaskOfAsync(TestSite site) => (await DeskOfLegs(site).ListAsync(CancellationToken.None)).Single();

    private LegDesk DeskOfLegs(TestSite site) => ActivatorUtilities.CreateInstance<LegDesk>(Portal.Services, site.Tenant);

    private Task<IReadOnlyList<Leg>> LegsAsync(TestSite site, long id) => DeskOf(site).LegsOfAsync(id, CancellationToken.None);

    private async Task<Dossier> DossierAsync(TestSite site, long id)
    {
        await using var db = Database(site);
        return await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id);
    }

    private async Task<bool> HasMessagesAsync(TestSite site)
    {
        await using var db = Database(site);
        var sender = site.Tenant.Id;
        return await db.LegMessages.AnyAsync(m => m.TenantId == sender);
    }

    private PortalDb Database(TestSite site) => Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
}

public sealed class LegOnSqliteTests(SqlitePortal portal) : LegTests(portal);

public sealed class LegOnPostgresTests(PostgresPortal portal) : LegTests(portal);
