using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Rankings.Surveying;

/// <summary>What the province does with a survey: prepare it, take it from stage to stage, appraise, answer objections.</summary>
public sealed class ProvinceDesk(PortalDbFactory databases, TenantDirectory directory, IEnumerable<IAgencyMeasure> measures, IndexPublisher publisher, TimeProvider clock)
{
    private const int LongestText = 2_000;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private Tenant Province => directory.Portal ?? throw new InvalidOperationException("There is no portal yet.");

    public IReadOnlyCollection<string> Measures => [.. measures.Select(measure => measure.Key)];

    /// <summary>Newest year first, without declarations.</summary>
    public async Task<IReadOnlyList<IndexSurvey>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(Province);
        return await db.Surveys.AsNoTracking().OrderByDescending(survey => survey.Year).ToListAsync(ct);
    }

    public async Task<SurveyRecord?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(Province);
        return await db.Surveys.AsNoTracking().SingleOrDefaultAsync(survey => survey.Id == id, ct) is { } found
            ? new SurveyRecord(found, await db.Declarations.AsNoTracking().Where(d => d.SurveyId == id).OrderBy(d => d.Id).ToListAsync(ct)) : null;
    }

    /// <summary>Every act, newest first.</summary>
    public async Task<IReadOnlyList<SurveyAct>> ActsAsync(long id, int? unit, CancellationToken ct)
    {
        await using var db = databases.OpenFor(Province);
        return await db.SurveyActs.AsNoTracking().Where(act => act.SurveyId == id && (unit == null || act.UnitId == unit)).OrderByDescending(act => act.Id).Take(200).ToListAsync(ct);
    }

    /// <summary>Prepares the survey of a year for all agencies that have a site; blocks by kind of agency.</summary>
    public async Task<(long Id, IReadOnlyList<Refusal> Refusals)> PrepareAsync(int year, string? title, string? basis, DateOnly? declareBy, string questions, Func<SiteKind, string> block, Guid? by, CancellationToken ct)
    {
        var (asked, refusals) = SurveyQuestions.Read(questions, Measures);
        Refusal[] all =
        [
            .. year is < FirstYear or > LastYear ? [new Refusal("rankings.year", "Year", $"{year}")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(title) || title.Length > 300 ? [new Refusal("rankings.survey.title", "Title")] : Array.Empty<Refusal>(),
            .. basis?.Length > LongestText ? [new Refusal("rankings.survey.long", "Basis", $"{LongestText}")] : Array.Empty<Refusal>(),
            .. declareBy is null ? [new Refusal("rankings.survey.day", "DeclareBy")] : Array.Empty<Refusal>(),
            .. refusals.Select(refusal => new Refusal("rankings.survey.questions", "Questions", $"{refusal.Field}: {refusal.Code} {refusal.Value}")),
        ];
        if (all.Length > 0)
        {
            return (0, all);
        }

        await using var db = databases.OpenFor(Province);
        if (await db.Surveys.AnyAsync(other => other.Year == year, ct))
        {
            return (0, [new Refusal("rankings.survey.twice", "Year", $"{year}")]);
        }

        var survey = new IndexSurvey { TenantId = Province.Id, Year = year, Title = title!.Trim(), Basis = basis, DeclareBy = declareBy!.Value, Questions = BodyJson.Write(asked!) };
        db.Surveys.Add(survey);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var agencies = directory.All.Where(site => !site.IsPortal && site.IsEnabled && !directory.HasEnded(site.Id)).OrderBy(site => site.Kind).ThenBy(site => site.Id).ToArray();
        var alike = agencies.GroupBy(site => site.Title).Where(sites => sites.Count() > 1).Select(sites => sites.Key).ToHashSet();
        db.Declarations.AddRange(agencies.Select(site => new UnitDeclaration
        {
            TenantId = Province.Id,
            SurveyId = survey.Id,
            UnitId = site.Id,
            Name = alike.Contains(site.Title) ? $"{site.Title} ({site.Name})" : site.Title,
            Block = block(site.Kind),
        }));
        Note(db, survey, null, by, "prepared");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (survey.Id, []);
    }

    /// <summary>Takes a survey to the next stage, or back to the appraisal.</summary>
    /// <param name="reason">Needed for the way back.</param>
    public async Task<Refusal?> MoveAsync(long id, SurveyStage to, int revision, DateOnly? objectBy, string? reason, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(Province);
        if (await db.Surveys.SingleOrDefaultAsync(its => its.Id == id, ct) is not { } survey)
        {
            return new Refusal("content.save.gone");
        }

        var declarations = await db.Declarations.Where(d => d.SurveyId == id).OrderBy(d => d.Id).ToListAsync(ct);
        var record = new SurveyRecord(survey, declarations);
        if (survey.Revision != revision)
        {
            return new Refusal("content.save.stale");
        }

        if (StageRules.Refuses(record, to, objectBy, reason, by) is { } refusal)
        {
            return refusal;
        }

        var from = survey.Stage;
        if (from == SurveyStage.Open && to == SurveyStage.Appraisal)
        {
            await MeasureAsync(record, ct);
        }

        if (to == SurveyStage.Published)
        {
            var (item, cannot) = await publisher.PublishAsync(record, by, ct);
            if (cannot is not null)
            {
                return cannot;
            }

            survey.ItemId = item;
        }

        (survey.Stage, survey.ObjectBy) = (to, to == SurveyStage.Objection ? objectBy : survey.ObjectBy);
        survey.SettledById = to == SurveyStage.Final ? by : to == SurveyStage.Published ? survey.SettledById : null;
        survey.Revision++;
        Note(db, survey, null, by, "moved", from: from.ToString(), to: to.ToString(), reason: reason);
        return await SavedAsync(db, ct);
    }

    /// <summary>Sets what counts for an agency; another value than declared needs a reason.</summary>
    /// <param name="values">By name of the indicator: the value that counts, and why.</param>
    public async Task<IReadOnlyList<Refusal>> AppraiseAsync(long id, int unit, int revision, IReadOnlyDictionary<string, (double? Value, string? Reason)> values, string? answer, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(Province);
        if (await db.Surveys.AsNoTracking().SingleOrDefaultAsync(its => its.Id == id, ct) is not { } survey || await db.Declarations.SingleOrDefaultAsync(d => d.SurveyId == id && d.UnitId == unit, ct) is not { } declaration)
        {
            return [new Refusal("content.save.gone")];
        }

        if (survey.Stage is not (SurveyStage.Appraisal or SurveyStage.Objection) || declaration.Revision != revision)
        {
            return [new Refusal(declaration.Revision != revision ? "content.save.stale" : "rankings.survey.not-appraised")];
        }

        var (appraised, refusals) = Appraisal.Of(SurveyRecord.ValuesOf(declaration), values, (indicator, from, to, reason) => Note(db, survey, unit, by, "adjusted", indicator, from, to, reason));
        if (refusals.Count > 0 || answer?.Length > LongestText)
        {
            return refusals.Count > 0 ? refusals : [new Refusal("rankings.survey.long", "Answer", $"{LongestText}")];
        }

        declaration.Values = BodyJson.Write(appraised);
        if (!string.IsNullOrWhiteSpace(answer) && answer != declaration.Answer)
        {
            declaration.Answer = answer;
            Note(db, survey, unit, by, "answered", reason: answer);
        }

        declaration.Revision++;
        return await SavedAsync(db, ct) is { } stale ? [stale] : [];
    }

    private async Task MeasureAsync(SurveyRecord record, CancellationToken ct)
    {
        var byKey = measures.ToDictionary(measure => measure.Key);
        foreach (var declaration in record.Declarations)
        {
            if (directory.FindById(declaration.UnitId) is not { } agency)
            {
                continue;
            }

            var values = SurveyRecord.ValuesOf(declaration).ToDictionary();
            foreach (var (indicator, key) in record.Questions.Measures.Where(its => byKey.ContainsKey(its.Value)))
            {
                values[indicator] = (values.GetValueOrDefault(indicator) ?? new DeclaredValue()) with { Measured = await byKey[key].MeasureAsync(agency, ct) };
            }

            declaration.Values = BodyJson.Write(values);
            declaration.Revision++;
        }
    }

    private void Note(PortalDb db, IndexSurvey survey, int? unit, Guid? by, string what, string? indicator = null, string? from = null, string? to = null, string? reason = null) =>
        db.SurveyActs.Add(SurveyActs.Of(survey, clock, unit, by, what, indicator, from, to, reason));

    private static async Task<Refusal?> SavedAsync(PortalDb db, CancellationToken ct)
    {
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
}
