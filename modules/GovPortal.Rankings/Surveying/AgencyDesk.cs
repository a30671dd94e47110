using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Rankings.Surveying;

/// <summary>
/// What an agency does with the province's surveys: declare, send, object. Surveys are the province's rows; of their declarations this
/// desk reads and writes those of the visited site alone.
/// </summary>
public sealed class AgencyDesk(PortalDbFactory databases, TenantDirectory directory, VisitedAgency agency, TimeProvider clock)
{
    private const int LongestText = 2_000;

    /// <summary>Surveys that are open to this agency, newest first.</summary>
    public async Task<IReadOnlyList<IndexSurvey>> ListAsync(CancellationToken ct)
    {
        if (directory.Portal is not { } province)
        {
            return [];
        }

        await using var db = databases.OpenFor(province);
        var mine = agency.Id;
        return await db.Surveys.AsNoTracking().Where(survey => survey.Stage != SurveyStage.Prepared && db.Set<UnitDeclaration>().Any(d => d.SurveyId == survey.Id && d.UnitId == mine))
            .OrderByDescending(survey => survey.Year).ToListAsync(ct);
    }

    /// <summary>A survey with this agency's own declaration alone; null where there is none for it.</summary>
    public async Task<SurveyRecord?> FindAsync(long id, CancellationToken ct)
    {
        if (directory.Portal is not { } province)
        {
            return null;
        }

        await using var db = databases.OpenFor(province);
        return await MineAsync(db, id, isTracked: false, ct) is var (survey, declaration) ? new SurveyRecord(survey, [declaration]) : null;
    }

    /// <summary>Keeps what is typed so far, or sends it for good.</summary>
    public Task<Refusal?> DeclareAsync(long id, int revision, IReadOnlyDictionary<string, (double? Value, string? Evidence)> values, bool isSent, Guid? by, CancellationToken ct) =>
        ActAsync(id, revision, (db, survey, declaration) =>
        {
            if (survey.Stage != SurveyStage.Open || declaration.SentAt is not null)
            {
                return new Refusal("rankings.survey.closed");
            }

            if (agency.Today > survey.DeclareBy)
            {
                return new Refusal("rankings.survey.late", Value: survey.DeclareBy.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
            }

            var before = SurveyRecord.ValuesOf(declaration);
            var after = before.ToDictionary();
            foreach (var (indicator, (value, evidence)) in values)
            {
                var its = before.GetValueOrDefault(indicator) ?? new DeclaredValue();
                after[indicator] = its with { Declared = value, Evidence = evidence };
                if (its.Declared != value || its.Evidence != evidence)
                {
                    db.SurveyActs.Add(SurveyActs.Of(survey, clock, agency.Id, by, "declared", indicator, Written(its.Declared), Written(value), evidence));
                }
            }

            declaration.Values = BodyJson.Write(after);
            if (isSent)
            {
                declaration.SentAt = clock.GetUtcNow();
                db.SurveyActs.Add(SurveyActs.Of(survey, clock, agency.Id, by, "sent"));
            }

            return null;
        }, ct);

    /// <summary>Objects to the appraisal, once, while objections are open.</summary>
    public Task<Refusal?> ObjectAsync(long id, int revision, string? objection, Guid? by, CancellationToken ct) =>
        ActAsync(id, revision, (db, survey, declaration) =>
        {
            if (survey.Stage != SurveyStage.Objection || declaration.Objection is not null || agency.Today > survey.ObjectBy)
            {
                return new Refusal("rankings.survey.closed");
            }

            if (string.IsNullOrWhiteSpace(objection) || objection.Length > LongestText)
            {
                return new Refusal("rankings.survey.objection", "objection");
            }

            declaration.Objection = objection.Trim();
            db.SurveyActs.Add(SurveyActs.Of(survey, clock, agency.Id, by, "objected", reason: declaration.Objection));
            return null;
        }, ct);

    private async Task<Refusal?> ActAsync(long id, int revision, Func<PortalDb, IndexSurvey, UnitDeclaration, Refusal?> act, CancellationToken ct)
    {
        await using var db = databases.OpenFor(directory.Portal!);
        if (await MineAsync(db, id, isTracked: true, ct) is not var (survey, declaration))
        {
            return new Refusal("content.save.gone");
        }

        if (declaration.Revision != revision)
        {
            return new Refusal("content.save.stale");
        }

        if (act(db, survey, declaration) is { } refusal)
        {
            return refusal;
        }

        declaration.Revision++;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("content.save.stale");
        }
    }

    private async Task<(IndexSurvey Survey, UnitDeclaration Declaration)?> MineAsync(PortalDb db, long id, bool isTracked, CancellationToken ct)
    {
        var mine = agency.Id;
        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(its => its.Id == id && its.Stage != SurveyStage.Prepared, ct);
        var declarations = isTracked ? db.Declarations : db.Declarations.AsNoTracking();
        var declaration = survey is null ? null : await declarations.SingleOrDefaultAsync(its => its.SurveyId == id && its.UnitId == mine, ct);
        return declaration is null ? null : (survey!, declaration);
    }

    private static string? Written(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The agency whose desk is open, and its day.</summary>
public sealed class VisitedAgency(Tenant tenant, TenantClock clock)
{
    public int Id => tenant.Id;

    public DateOnly Today => clock.Today;
}
