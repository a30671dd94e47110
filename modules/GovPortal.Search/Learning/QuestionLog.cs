using GovPortal.Core.Text;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search.Learning;

/// <summary>Counts questions in memory and writes them down every few seconds; forgets them after <c>GovPortal:Search:QuestionDays</c> days (90; 0 keeps none at all).</summary>
public sealed class QuestionLog(PortalDbFactory databases, IConfiguration settings, TimeProvider clock, ILogger<QuestionLog> logger) : BackgroundService
{
    /// <summary>Different questions kept until they are written; a flood of others is not noted.</summary>
    private const int MostWaiting = 5_000;
    private const int UsualDays = 90;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly System.Threading.Lock gate = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly int days = settings.GetValue("GovPortal:Search:QuestionDays", UsualDays);
    private Dictionary<(int Site, DateOnly Day, string Folded), Counted> waiting = [];
    private DateOnly cleaned;

    /// <summary>How many days a question is kept; 0 where none is.</summary>
    public int Days => days;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Somebody asked.</summary>
    /// <param name="found">How many hits there were.</param>
    public void Asked(int site, string question, int found) => Note(site, question, counted => counted with { Times = counted.Times + 1, Found = found });

    /// <summary>Somebody followed a hit of this question.</summary>
    public void Opened(int site, string question) => Note(site, question, counted => counted with { Opened = counted.Opened + 1 });

    /// <summary>Writes down what was counted until now.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        Dictionary<(int Site, DateOnly Day, string Folded), Counted> taken;
        lock (gate)
        {
            (taken, waiting) = (waiting, []);
        }

        try
        {
            foreach (var (key, counted) in taken)
            {
                await WriteAsync(key, counted, ct);
            }

            await CleanAsync(ct);
        }
        finally
        {
            writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySaveAsync(cancellationToken);
    }

    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken);
            await TrySaveAsync(stoppingToken);
        }
    }

    private void Note(int site, string question, Func<Counted, Counted> change)
    {
        if (days <= 0 || MaskedQuestion.Of(question) is not { Length: > 0 } shown)
        {
            return;
        }

        var folded = VietnameseText.Fold(shown);
        var key = (site, Today, folded.Length <= AskedQuestion.Longest ? folded : folded[..AskedQuestion.Longest]);
        lock (gate)
        {
            if (waiting.TryGetValue(key, out var counted) || waiting.Count < MostWaiting)
            {
                waiting[key] = change(counted ?? new Counted(shown, 0, null, 0));
            }
        }
    }

    private async Task WriteAsync((int Site, DateOnly Day, string Folded) key, Counted counted, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        var rows = db.AskedQuestions.Where(q => q.TenantId == key.Site && q.Day == key.Day && q.Folded == key.Folded);
        var changed = await rows.ExecuteUpdateAsync(set => set.SetProperty(q => q.Times, q => q.Times + counted.Times).SetProperty(q => q.Opened, q => q.Opened + counted.Opened)
            .SetProperty(q => q.Found, q => counted.Found ?? q.Found), ct);

        // A hit that was followed of a question nobody asked is nothing to keep.
        if (changed == 0 && counted.Times > 0)
        {
            db.AskedQuestions.Add(new AskedQuestion { TenantId = key.Site, Day = key.Day, Folded = key.Folded, Shown = counted.Shown, Times = counted.Times, Found = counted.Found ?? 0, Opened = counted.Opened });
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task CleanAsync(CancellationToken ct)
    {
        if (cleaned == Today)
        {
            return;
        }

        var oldest = Today.AddDays(-days);
        await using var db = databases.OpenInstallation();
        await db.AskedQuestions.Where(q => q.Day < oldest).ExecuteDeleteAsync(ct);
        cleaned = Today;
    }

    private async Task TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning(new EventId(12, "QuestionsNotSaved"), fault, "Questions could not be written down");
        }
    }

    private sealed record Counted(string Shown, int Times, int? Found, int Opened);
}
