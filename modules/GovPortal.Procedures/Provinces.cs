using System.Collections.Concurrent;
using System.Text.Json;
using GovPortal.Core.Text;

namespace GovPortal.Procedures;

/// <summary>The 34 provinces and cities since 1 July 2025, with the names of those merged into them (NQ 202/2025/QH15), for telling whose an office is.</summary>
public static class Provinces
{
    // Each with its name of today first.
    private static readonly string[][] merged = Read();

    private static readonly Dictionary<string, string> nowOf = merged.SelectMany(names => names.Select(name => (Slug: VietnameseText.Slug(name), Now: names[0]))).ToDictionary(name => name.Slug, name => name.Now);

    // Of two names that a text holds, the longer is meant.
    private static readonly KeyValuePair<string, string>[] longestFirst = [.. nowOf.OrderByDescending(name => name.Key.Length)];

    private const int MostKnown = 5_000;

    private static readonly ConcurrentDictionary<string, string?> known = new();

    // Between hyphens: what stands before the name of a province where it is one and no commune's.
    private static readonly string[] before = ["-tinh-", "-thanh-pho-", "-tp-", "-ubnd-", "-cong-an-"];

    // Offices that only a province has, so that a bare name at their end is the province's.
    private static readonly string[] provincial = ["-so-", "-van-phong-dang-ky-dat-dai-", "-ban-quan-ly-", "-chi-cuc-"];

    /// <summary>Today's name of the province that a text names, by its name of today or of before July 2025; null where it names none.</summary>
    /// <param name="office">Such as “Sở Y tế tỉnh Bắc Giang”, typed with or without diacritics. A commune that shares a province's name names none.</param>
    public static string? In(string? office)
    {
        if (string.IsNullOrWhiteSpace(office))
        {
            return null;
        }

        // Lists name the same few hundred offices in every row.
        if (known.Count > MostKnown)
        {
            known.Clear();
        }

        return known.GetOrAdd(office, Find);
    }

    private static string? Find(string office)
    {
        var slug = $"-{VietnameseText.Slug(office)}-";
        return longestFirst.FirstOrDefault(name =>
            before.Any(word => slug.Contains(word + name.Key + "-", StringComparison.Ordinal))
            || (slug.EndsWith($"-{name.Key}-", StringComparison.Ordinal) && provincial.Any(word => slug.StartsWith(word, StringComparison.Ordinal)))).Value;
    }

    /// <summary>Today's name of a province, old or new; null for what is none.</summary>
    public static string? Called(string? name) => name is null ? null : nowOf.GetValueOrDefault(VietnameseText.Slug(name)) ?? In(name);

    /// <summary>
    /// The one province whose offices carry the procedure out, else the one whose committee published it; null where the procedure is every
    /// province's, or offices of several are named.
    /// </summary>
    public static string? Of(Procedure procedure) =>
        procedure.ExecutingAgencies.Select(agency => In(agency.Name)).OfType<string>().Distinct().ToArray() switch
        {
            [] => PublisherOf(procedure),
            [var one] => one,
            _ => null,
        };

    /// <summary>The province whose People's Committee published the procedure; null where a ministry did.</summary>
    public static string? PublisherOf(Procedure procedure) => In(procedure.PromulgatingAgency?.Name);

    private static string[][] Read()
    {
        using var file = typeof(Provinces).Assembly.GetManifestResourceStream("provinces.json")!;
        return JsonSerializer.Deserialize<string[][]>(file)!;
    }
}
