using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Sites;

namespace GovPortal.Content.Admin.Structure;

/// <summary>What the site calls one kind of its terms: named, put in order, merged into one, and parted again.</summary>
public abstract class TermsPage(NamedKind kind, SiteTerms terms, SiteStructure structure, Texts texts, VisitedSite site)
    : ArrangingPage<TermRow, IReadOnlyList<TermName>>(structure, texts, site)
{
    /// <summary>The national catalogue of procedures knows some three hundred fields of work.</summary>
    public const int MostTerms = 400;

    /// <summary>Four values a row, with room for what was merged.</summary>
    public const int MostValues = MostTerms * 10;

    private Dictionary<string, TermCount> offered = [];

    private Dictionary<string, IReadOnlyList<TermName>> merged = [];

    /// <summary>First words of the page's texts.</summary>
    public abstract string Texted { get; }

    /// <summary>What <see cref="ArrangingPage{TRow, TPart}"/> calls the page in the list at the side.</summary>
    public string Side => Texted.Split('.')[^1];

    public override int Most => MostTerms;

    public override bool HasRemoval => true;

    public int CountOf(TermRow row) => row.Value is { } value && offered.TryGetValue(value, out var term) ? term.Count : 0;

    /// <summary>Only what nothing public carries goes away.</summary>
    public override bool MayRemove(int place) => CountOf(Rows[place]) == 0;

    public override string NameOf(int place) => string.IsNullOrWhiteSpace(Rows[place].Label) ? Texts.In(Site.Language, "structure.term.new") : Rows[place].Label!;

    /// <summary>What others were merged into this one.</summary>
    public IReadOnlyList<TermName> MergedInto(TermRow row) => row.Value is { } value && merged.TryGetValue(value, out var others) ? others : [];

    /// <summary>The row that a row is to be merged into; null where it stays by itself, or names none that does.</summary>
    public TermRow? TargetOf(TermRow row) => string.IsNullOrWhiteSpace(row.Into) ? null
        : Rows.FirstOrDefault(other => other != row && string.IsNullOrWhiteSpace(other.Into) && other.Value is not null && (other.Value == row.Into || Slug(other) == VietnameseText.Slug(row.Into)));

    protected override IReadOnlyList<TermName> PartOf(TenantSettings settings) => kind.Of(settings);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        offered = (await terms.OfferedAsync(kind, ct)).ToDictionary(term => term.Value);
        merged = kind.Of(Site.Tenant.Settings).ToDictionary(name => name.Value, name => name.Merged);
        Rows = [.. Rows.Where(row => row.Value is null || offered.ContainsKey(row.Value)).DistinctBy(row => row.Value ?? Guid.NewGuid().ToString())];
    }

    protected override void Fill(TenantSettings settings) => Rows = [.. offered.Values.Select(term => new TermRow { Value = term.Value, Label = term.Label })];

    protected override TenantSettings Compose(TenantSettings present)
    {
        var names = kind.Of(present).ToDictionary(name => name.Value);
        var rows = Rows.Where(row => Slug(row).Length > 0).Select(row => (Row: row, Name: Named(row, names), Into: TargetOf(row)?.Value)).DistinctBy(pair => pair.Name.Value).ToArray();
        var parted = rows.SelectMany(pair => (names.GetValueOrDefault(pair.Name.Value)?.Merged ?? []).Where(other => pair.Row.Part.Contains(other.Value)));
        return kind.With(present,
        [
            .. rows.Where(pair => pair.Into is null).Select(pair => pair.Name with
            {
                Merged = [.. pair.Name.Merged, .. rows.Where(other => other.Into == pair.Name.Value).SelectMany(other => other.Name.Merged.Prepend(other.Name with { Merged = [] }))],
            }),
            .. parted,
        ]);
    }

    protected override IEnumerable<Refusal> Check()
    {
        // What was merged into another stays taken: a name like it would take its items away.
        var taken = new Dictionary<string, TermRow>();
        foreach (var row in Rows)
        {
            foreach (var old in MergedInto(row).Where(old => !row.Part.Contains(old.Value)))
            {
                (taken[old.Value], taken[VietnameseText.Slug(old.Label)]) = (row, row);
            }
        }

        for (var place = 0; place < Rows.Count; place++)
        {
            var row = Rows[place];
            var slug = Slug(row);
            if (row.Label?.Length > SiteTerms.LongestLabel || slug.Length == 0)
            {
                yield return new Refusal("structure.term.no-label", $"Rows[{place}].Label", (place + 1).ToString(CultureInfo.InvariantCulture));
            }
            else if (!string.IsNullOrWhiteSpace(row.Into))
            {
                if (TargetOf(row) is null)
                {
                    yield return new Refusal("structure.term.into", $"Rows[{place}].Into", NameOf(place));
                }
            }
            else if (!Takes(row, slug) || (row.Value is { } value && !Takes(row, value)))
            {
                yield return new Refusal("structure.term.exists", $"Rows[{place}].Label", VietnameseText.NormalizeLine(row.Label!));
            }
        }

        bool Takes(TermRow row, string name) => taken.TryAdd(name, row) || taken[name] == row;
    }

    protected override Task<Refusal?> SaveAsync(Guid? by, CancellationToken ct) => terms.SaveAsync(kind, Act, Seen ?? "", Compose, by, ct);

    /// <summary>Empty for a label without a letter.</summary>
    private static string Slug(TermRow row) => row.Label?.Any(char.IsLetterOrDigit) == true ? VietnameseText.Slug(row.Label) : "";

    private static TermName Named(TermRow row, Dictionary<string, TermName> names)
    {
        var label = VietnameseText.NormalizeLine(row.Label ?? "");
        var name = row.Value is { } value ? names.GetValueOrDefault(value) ?? new TermName(value, label) : new TermName(Slug(row), label);
        return name with { Label = label, Merged = [.. name.Merged.Where(old => !row.Part.Contains(old.Value))] };
    }
}

/// <summary>A category or field on the form.</summary>
public sealed class TermRow : IArrangedRow
{
    public int Level { get; set; }

    /// <summary>Last part of its address; null for a new one.</summary>
    public string? Value { get; set; }

    public string? Label { get; set; }

    /// <summary>Name, or value, of the one it is to be merged into; empty keeps it by itself.</summary>
    public string? Into { get; set; }

    /// <summary>Values of merged ones that are to stand by themselves again.</summary>
    public List<string> Part { get; set; } = [];
}
