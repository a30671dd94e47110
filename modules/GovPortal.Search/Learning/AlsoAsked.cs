using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search.Learning;

/// <summary>
/// Questions that many people ask, by what answers them. None is shown that few asked or that was asked on few days, and none with a word that
/// neither its answer nor our word lists have: so no name and no tale of one person stands on a page.
/// </summary>
public sealed class AlsoAsked(PortalDbFactory databases, SearchIndexFollower finder, TenantDirectory directory, TimeProvider clock, ILogger<AlsoAsked> logger) : BackgroundService
{
    /// <summary>Within <see cref="Days"/> days.</summary>
    public const int LeastTimes = 10;
    public const int LeastDays = 3;
    public const int Days = 30;

    /// <summary>Shown beside one question.</summary>
    public const int Most = 5;

    private const int MostKept = 2_000;
    private const int Looked = 3;

    // The index is read first, and a start has other things to do.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly QueryParser reader = new(Lexicon.Questions, Lexicon.Synonyms, Lexicon.Casual, Lexicon.Needs);
    private volatile Dictionary<(int Site, long Item), List<Popular>> byAnswer = [];

    /// <summary>What others asked that one of the first answers of this question answers too; most asked first.</summary>
    public IReadOnlyList<string> Beside(int site, string? question, SearchResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var known = byAnswer;
        if (known.Count == 0 || string.IsNullOrWhiteSpace(question))
        {
            return [];
        }

        var own = VietnameseText.Fold(VietnameseText.NormalizeLine(question));
        return [.. results.Items.Take(Looked).SelectMany(hit => known.GetValueOrDefault((site, hit.ItemId), [])).Where(other => other.Folded != own)
            .DistinctBy(other => other.Folded).OrderByDescending(other => other.Times).ThenBy(other => other.Shown, StringComparer.Ordinal).Take(Most).Select(other => other.Shown)];
    }

    /// <summary>Reads anew what is asked much.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        if (finder.IsIncomplete)
        {
            return;
        }

        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Days);
        await using var db = databases.OpenInstallation();
        var questions = from question in db.AskedQuestions
                        where question.Day >= first && question.Found > 0
                        group question by new { question.TenantId, question.Folded } into same
                        where same.Sum(q => q.Times) >= LeastTimes && same.Count() >= LeastDays
                        orderby same.Sum(q => q.Times) descending, same.Key.Folded
                        select new { same.Key.TenantId, same.Key.Folded, Shown = same.Max(q => q.Shown), Times = same.Sum(q => q.Times) };
        var found = new Dictionary<(int, long), List<Popular>>();
        foreach (var row in await questions.Take(MostKept).ToListAsync(ct))
        {
            var hits = finder.Find(new SearchQuery(row.Shown!, row.TenantId == directory.Portal?.Id ? null : row.TenantId) { Size = Looked, Facets = [] }).Items;
            foreach (var hit in IsOfEverybody(row.Shown!, hits) ? hits : [])
            {
                (found.TryGetValue((row.TenantId, hit.ItemId), out var same) ? same : found[(row.TenantId, hit.ItemId)] = []).Add(new Popular(row.Folded, row.Shown!, row.Times));
            }
        }

        byAnswer = found;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = First; !stoppingToken.IsCancellationRequested; pause = Pause)
        {
            await Task.Delay(pause, stoppingToken);
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(new EventId(13, "PopularQuestionsNotRead"), fault, "What is asked much could not be read; it is tried again in an hour");
            }
        }
    }

    /// <summary>Whether every word of a question stands in a title that answers it, or is one that people use of anything.</summary>
    private bool IsOfEverybody(string question, IReadOnlyList<SearchHit> hits)
    {
        var (words, explained) = (QueryParser.Cut(question), reader.Explained(question));
        var titles = hits.SelectMany(hit => QueryParser.Cut(hit.Title)).Select(word => word.Folded).ToHashSet();
        return hits.Count > 0 && words.Select((word, at) => explained[at] || titles.Contains(word.Folded)).All(isKnown => isKnown);
    }

    private sealed record Popular(string Folded, string Shown, int Times);
}
