using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.OneStop.Tests;

/// <summary>What the desk writes, and what it refuses.</summary>
public abstract class DeskTests(PortalFixture portal) : OneStopTest(portal)
{
    [Fact]
    public async Task Many_clerks_at_once_give_codes_without_gaps_or_doubles()
    {
        var (site, service) = await WithServiceAsync();
        var desk = DeskOf(site);

        var entered = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(() => desk.EnterAsync(NewOf(service, $"Trần Văn {n}"), new ActRequest(DossierAct.Accept), Everyone, CancellationToken.None))));

        Assert.All(entered, one => Assert.Empty(one.Refusals));
        await using var db = Database(site);
        var codes = await db.Dossiers.Select(d => d.Code).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 24), codes.Select(code => DossierCode.Parse(code)!.Number).Order());
    }

    [Fact]
    public async Task A_step_from_two_windows_is_taken_once()
    {
        var (site, service) = await WithServiceAsync();
        var (desk, id) = (DeskOf(site), await AcceptAsync(site, service));
        var forward = new ActRequest(DossierAct.Forward) { ToUnit = "Phòng Đăng ký" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.ActAsync(id, 2, forward, Everyone, CancellationToken.None))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Refusal>(), refusal => Assert.Equal("onestop.stale", refusal.Code));
    }

    [Fact]
    public async Task How_a_dossier_stands_is_told_anew_from_its_steps()
    {
        var (site, service) = await WithServiceAsync();
        var id = await AcceptAsync(site, service);
        await DoAsync(site, id, new ActRequest(DossierAct.Forward) { ToUnit = "Văn phòng" }, new ActRequest(DossierAct.Take), new ActRequest(DossierAct.AskSupplement) { Note = "Thiếu" }, new ActRequest(DossierAct.TakeSupplement), new ActRequest(DossierAct.Finish));

        await using var db = Database(site);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id);
        var steps = await db.DossierSteps.Where(s => s.DossierId == id).OrderBy(s => s.Number).ToListAsync();

        Assert.Equal(dossier.State, DossierState.Of(steps.Select(step => step.Facts)));
        Assert.Equal(Enumerable.Range(1, 7), steps.Select(step => step.Number));
    }

    [Fact]
    public async Task A_step_is_taken_back_until_somebody_has_seen_it()
    {
        var (site, service) = await WithServiceAsync();
        var (desk, id) = (DeskOf(site), await AcceptAsync(site, service));
        await DoAsync(site, id, new ActRequest(DossierAct.Forward) { ToUnit = "Văn phòng" });

        Assert.Null(await desk.ActAsync(id, 3, new ActRequest(DossierAct.RollBack), Everyone, CancellationToken.None));
        await DoAsync(site, id, new ActRequest(DossierAct.Forward) { ToUnit = "Văn phòng" });
        await ActivatorUtilities.CreateInstance<DossierRegister>(Portal.Services, site.Tenant).OpenAsync(id, Guid.NewGuid(), CancellationToken.None);

        Assert.Equal("onestop.rollback.seen", (await desk.ActAsync(id, 5, new ActRequest(DossierAct.RollBack), Everyone, CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_database_to_be_read()
    {
        var (site, service) = await WithServiceAsync();
        await AcceptAsync(site, service);

        await using var db = Database(site);
        var row = await db.Dossiers.SingleAsync();
        Assert.DoesNotContain("027012345678", string.Join('|', db.Entry(row).Properties.Select(p => p.CurrentValue)), StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", string.Join('|', db.Entry(row).Properties.Select(p => p.CurrentValue)), StringComparison.Ordinal);
        var found = await ActivatorUtilities.CreateInstance<DossierRegister>(Portal.Services, site.Tenant).ListAsync(WorkList.All, null, "0912 345 678", 1, 20, CancellationToken.None);
        Assert.Equal(1, found.Total);
    }

    [Fact]
    public async Task An_applicant_with_an_address_is_told_and_the_secret_stays_on_paper()
    {
        var (site, service) = await WithServiceAsync();
        var address = $"dan.{Guid.NewGuid():n}@example.vn";
        var given = NewOf(service) with { Personal = new PersonalData("027012345678", null, address, null) };

        var id = (await DeskOf(site).EnterAsync(given, new ActRequest(DossierAct.Accept), Everyone, CancellationToken.None)).Id!.Value;

        var letter = (await Portal.Post.AwaitAsync(address)).TextBody!;
        await using var db = Database(site);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id);
        Assert.Contains(dossier.Code!, letter, StringComparison.Ordinal);
        Assert.DoesNotContain(Portal.Services.GetRequiredService<DossierSeals>().OpenText(dossier.SealedSecret), letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_calendar_changes_no_promise_and_tells_which_would_be_others()
    {
        var (site, service) = await WithServiceAsync();
        var id = await AcceptAsync(site, service);
        await using var db = Database(site);
        var promised = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id);
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllTextAsync(file, """{"from":"2026-03-03","kind":"off","name":"Ngày truyền thống"}""");

        var first = (await Portal.RunAsync("import", "calendar", file, "--tenant", site.Name)).Insist(0);
        var again = (await Portal.RunAsync("import", "calendar", file, "--tenant", site.Name)).Insist(0);

        Assert.Contains(promised.Code!, first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(promised.Code!, again.Output, StringComparison.Ordinal);
        Assert.Equal(promised.DueAt, (await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id)).DueAt);
    }

    [Fact]
    public async Task A_running_dossier_keeps_the_version_it_began_with()
    {
        var (site, service) = await WithServiceAsync();
        var id = await AcceptAsync(site, service);
        var services = Portal.Services.GetRequiredService<OneStopServicesOf>()(site.Tenant);
        Assert.Null(await services.SaveAsync(service.Code, service.Name, service.Field, service.Terms with { Units = ["Phòng khác"] }, CancellationToken.None));

        await DoAsync(site, id, new ActRequest(DossierAct.Forward) { ToUnit = "Văn phòng" });

        Assert.Equal(2, (await services.FindAsync(service.Code, CancellationToken.None))!.Version);
        Assert.Equal("onestop.service.unknown", Assert.Single((await DeskOf(site).EnterAsync(NewOf(service), new ActRequest(DossierAct.Accept), Everyone, CancellationToken.None)).Refusals).Code);
    }

    private async Task<long> AcceptAsync(TestSite site, Service service)
    {
        var entered = await DeskOf(site).EnterAsync(NewOf(service), new ActRequest(DossierAct.Accept), Everyone, CancellationToken.None);
        Assert.Empty(entered.Refusals);
        return entered.Id!.Value;
    }

    private async Task DoAsync(TestSite site, long id, params ActRequest[] requests)
    {
        foreach (var request in requests)
        {
            await using var db = Database(site);
            var revision = await db.Dossiers.Where(d => d.Id == id).Select(d => d.Revision).SingleAsync();
            Assert.Null(await DeskOf(site).ActAsync(id, revision, request, Everyone, CancellationToken.None));
        }
    }

    private PortalDb Database(TestSite site) => Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
}

public sealed class DeskOnSqliteTests(SqlitePortal portal) : DeskTests(portal);

public sealed class DeskOnPostgresTests(PostgresPortal portal) : DeskTests(portal);
