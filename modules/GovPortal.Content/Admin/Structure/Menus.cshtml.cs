using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The main menu of the site, and the links at its foot.</summary>
[Authorize(Permission.ManageSite), ShowsPreview]
public sealed class MenusPage(PublishedContent published, OwnLinks links, ContentTypes types, ModuleList modules, SiteStructure structure, Texts texts, VisitedSite site)
    : ArrangingPage<MenuRow, SiteMenus>(structure, texts, site)
{
    /// <summary>Value of <see cref="Which"/> for the menu at the foot.</summary>
    public const string Foot = "chan-trang";

    // More are no menu any more.
    private const int MostPages = 200;

    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Which { get; set; }

    public bool IsFoot => Which == Foot;

    public override int Deepest => 1;

    public override bool HasRemoval => true;

    public IReadOnlyList<MenuTarget> Lists { get; private set; } = [];

    public IReadOnlyList<MenuTarget> Pages { get; private set; } = [];

    /// <summary>True when the menus are not as the recipe set them.</summary>
    public bool CanReset { get; private set; }

    public bool CanUndo { get; private set; }

    protected override string Act => "site.menu";

    protected override string Address => IsFoot ? $"/quan-tri/trinh-don?phan={Foot}" : "/quan-tri/trinh-don";

    public override string NameOf(int place) => string.IsNullOrWhiteSpace(Rows[place].Label) ? Texts.In(Site.Language, "structure.menu.new") : Rows[place].Label!;

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        var refusal = await Structure.ChangeAsync(Act, PartOf, seen: null, present => present.MenusOfRecipe is not { } first ? present : present with
        {
            Menu = first.Main,
            FooterMenu = first.Footer,
            MenusBeforeReset = PartOf(present),
        }, User.PersonId(), ct);
        return Done(refusal, "structure.menu.done.reset");
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        var refusal = await Structure.ChangeAsync(Act, PartOf, seen: null, present => present.MenusBeforeReset is not { } before ? present : present with
        {
            Menu = before.Main,
            FooterMenu = before.Footer,
            MenusBeforeReset = null,
        }, User.PersonId(), ct);
        return Done(refusal, "structure.menu.done.undone");
    }

    protected override SiteMenus PartOf(TenantSettings settings) => new(settings.Menu, settings.FooterMenu);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        string Say(string key) => Texts.In(Site.Language, key);
        var settings = Site.Tenant.Settings;
        Lists =
        [
            new("/", Say("layout.home")),
            .. types.All.Where(type => type.Path.Length > 0 && modules.IsOn(type.Module, Site.Tenant)).Select(type => new MenuTarget("/" + type.Path, Say("desk.type." + type.Name))).OrderBy(target => target.Url, StringComparer.Ordinal),
            .. modules.All.Where(module => modules.IsOn(module.Name, Site.Tenant)).SelectMany(module => module.MenuPages).Select(page => new MenuTarget(page.Path, Say(page.Label))),
        ];
        Pages = [.. (await published.ListAsync(new ListQuery(PageType.TypeName, Size: MostPages) { Order = ListOrder.Title, IsCounted = false }, ct)).Items.Select(page => new MenuTarget("/" + page.Slug, page.Title))];
        CanUndo = settings.MenusBeforeReset is not null;
        CanReset = settings.MenusOfRecipe is { } first && SiteStructure.PrintOf(first) != SiteStructure.PrintOf(PartOf(settings));
        foreach (var row in Rows)
        {
            row.Url = row.IsOther ? row.Url?.Trim() : row.Target;
        }
    }

    protected override void Fill(TenantSettings settings)
    {
        Rows = [.. (IsFoot ? settings.FooterMenu : settings.Menu).SelectMany(entry => entry.Children.Select(child => RowOf(child, 1)).Prepend(RowOf(entry, 0)))];
    }

    protected override TenantSettings Compose(TenantSettings present)
    {
        var entries = EntriesOf();
        return present with
        {
            Menu = IsFoot ? present.Menu : entries,
            FooterMenu = IsFoot ? entries : present.FooterMenu,
            // Until somebody saves a menu here, it is the one the recipe set.
            MenusOfRecipe = present.MenusOfRecipe ?? PartOf(present),
            MenusBeforeReset = null,
        };
    }

    protected override IEnumerable<Refusal> Check()
    {
        for (var place = 0; place < Rows.Count; place++)
        {
            var row = Rows[place];
            var number = (place + 1).ToString(CultureInfo.InvariantCulture);
            if (string.IsNullOrWhiteSpace(row.Label))
            {
                yield return new Refusal("structure.menu.no-label", $"Rows[{place}].Label", number);
            }

            if (row.Label?.Length > MenuRow.LongestLabel || row.LabelEn?.Length > MenuRow.LongestLabel)
            {
                yield return new Refusal("structure.menu.long-label", $"Rows[{place}].{(row.Label?.Length > MenuRow.LongestLabel ? "Label" : "LabelEn")}", number);
            }

            // A group only opens its list.
            if (!IsGroup(place) && LinkRule.Refuse(row.Url) is { } code)
            {
                yield return new Refusal(code, $"Rows[{place}].{(row.IsOther ? "Url" : "Target")}", number);
            }
        }
    }

    protected override async Task<Refusal?> SaveAsync(Guid? by, CancellationToken ct)
    {
        for (var place = 0; place < Rows.Count; place++)
        {
            // An address below the site's root, as the menu itself takes it.
            if (Rows[place] is { IsOther: true, Url: { Length: > 0 } url } && !IsGroup(place) && await links.IsDeadAsync(url.StartsWith('/') ? Site.Root + url : url, ct))
            {
                return new Refusal("structure.link.dead", $"Rows[{place}].Url", (place + 1).ToString(CultureInfo.InvariantCulture));
            }
        }

        return await base.SaveAsync(by, ct);
    }

    /// <summary>True for a row that others belong to.</summary>
    public bool IsGroup(int place) => Arrangement.EndOf(Rows, place) > place + 1;

    private List<MenuEntry> EntriesOf()
    {
        var entries = new List<MenuEntry>();
        for (var place = 0; place < Rows.Count; place = Arrangement.EndOf(Rows, place))
        {
            entries.Add(EntryOf(Rows[place]) with { Children = [.. Rows.Skip(place + 1).Take(Arrangement.EndOf(Rows, place) - place - 1).Select(EntryOf)] });
        }

        return entries;
    }

    private static MenuEntry EntryOf(MenuRow row) =>
        new(VietnameseText.NormalizeLine(row.Label ?? ""), row.Url ?? "", string.IsNullOrWhiteSpace(row.LabelEn) ? null : VietnameseText.NormalizeLine(row.LabelEn)) { IsHidden = row.IsHidden };

    private MenuRow RowOf(MenuEntry entry, int level) => new()
    {
        Level = level,
        Label = entry.Label,
        LabelEn = entry.LabelEn,
        Url = entry.Url,
        Target = Lists.Concat(Pages).Any(target => target.Url == entry.Url) ? entry.Url : MenuRow.Other,
        IsHidden = entry.IsHidden,
    };

    private LocalRedirectResult Done(Refusal? refusal, string done)
    {
        TempData["refused"] = refusal is null ? null : new[] { Texts.Sentence(Site.Language, refusal) };
        TempData["done"] = refusal is null ? done : null;
        return LocalRedirect(Site.Link(Address));
    }
}

/// <summary>A line of a menu on the form.</summary>
public sealed class MenuRow : IArrangedRow
{
    public const int LongestLabel = 80;

    /// <summary>Value of <see cref="Target"/> where the address is written by hand.</summary>
    public const string Other = "khac";

    public int Level { get; set; }
    public string? Label { get; set; }
    public string? LabelEn { get; set; }
    public string? Target { get; set; }
    public string? Url { get; set; }
    public bool IsHidden { get; set; }

    /// <summary>True when the address is written by hand.</summary>
    public bool IsOther => Target == Other || string.IsNullOrEmpty(Target);
}

/// <summary>Something of the site a menu can lead to.</summary>
public sealed record MenuTarget(string Url, string Label);
