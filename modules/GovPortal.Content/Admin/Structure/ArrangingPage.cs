using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin.Structure;

/// <summary>A form of rows in an order: moved about without being saved, looked at before they are, and saved together.</summary>
/// <typeparam name="TPart">The part of the settings it changes.</typeparam>
public abstract class ArrangingPage<TRow, TPart>(SiteStructure structure, Texts texts, VisitedSite site) : PageModel, IArranging where TRow : class, IArrangedRow, new()
{
    [BindProperty]
    public List<TRow> Rows { get; set; } = [];

    /// <summary>Print of the part as the form showed it when it was opened.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What the pressed button moves.</summary>
    [BindProperty]
    public string? Move { get; set; }

    /// <summary>Place of the row that was moved last; null where none was.</summary>
    public int? Moved { get; private set; }

    public int RowCount => Rows.Count;

    public virtual int Most => 40;

    public virtual int Deepest => 0;

    public int LevelOf(int place) => Rows[place].Level;

    public virtual bool HasRemoval => false;

    public virtual bool MayRemove(int place) => HasRemoval;

    /// <summary>Name of the act in the audit log.</summary>
    protected abstract string Act { get; }

    /// <summary>Where the form stands below the site's root.</summary>
    protected abstract string Address { get; }

    /// <summary>The page that shows best what the form changes, below the site's root.</summary>
    protected virtual string Previewed => "/";

    protected VisitedSite Site => site;

    protected Texts Texts => texts;

    protected SiteStructure Structure => structure;

    public abstract string NameOf(int place);

    protected abstract TPart PartOf(TenantSettings settings);

    /// <summary>Fills the rows from the settings as they are saved.</summary>
    protected abstract void Fill(TenantSettings settings);

    /// <summary>The settings with what the form says.</summary>
    protected abstract TenantSettings Compose(TenantSettings present);

    /// <summary>Why the rows cannot be saved; the field of each names its row.</summary>
    protected virtual IEnumerable<Refusal> Check() => [];

    /// <summary>Gets what the form offers, and keeps what was uploaded with it.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>False for those who may look at the form and not change what it says.</summary>
    protected virtual bool MaySave() => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Open(site.Tenant.Settings);
        return Page();
    }

    /// <summary>Moves, adds or takes away a row. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostArrangeAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Rows.Count >= Most && Move == "add")
        {
            ModelState.Refused(new Refusal("structure.full", Value: Most.ToString(System.Globalization.CultureInfo.InvariantCulture)), texts, site);
            return Page();
        }

        var faults = ModelState.Where(entry => entry.Value is { Errors.Count: > 0 }).SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToArray();
        // The fields say what the rows are now, not what was typed where they stood before.
        ModelState.Clear();
        Moved = Arrangement.Apply(Rows, Move, Deepest);
        foreach (var (field, sentence) in Moved is null ? faults : [])
        {
            ModelState.AddModelError(field, sentence);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Arrangement.Settle(Rows, Deepest);
        HttpContext.Features.Set(new SitePreview(Compose(site.Tenant.Settings), Previewed));
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!MaySave())
        {
            return Forbid();
        }

        Arrangement.Settle(Rows, Deepest);
        if (Rows.Count > Most || ModelState.Refused(Check(), texts, site) || !ModelState.IsValid)
        {
            return Page();
        }

        if (ModelState.Refused(await SaveAsync(User.PersonId(), ct), texts, site))
        {
            return Page();
        }

        TempData["done"] = "structure.done";
        return LocalRedirect(site.Link(Address));
    }

    protected virtual Task<Refusal?> SaveAsync(Guid? by, CancellationToken ct) => structure.ChangeAsync(Act, PartOf, Seen ?? "", Compose, by, ct);

    protected void Open(TenantSettings settings)
    {
        Fill(settings);
        Seen = SiteStructure.PrintOf(PartOf(settings));
    }
}

/// <summary>What the partials of a form of rows need to know of it.</summary>
public interface IArranging
{
    int RowCount { get; }

    /// <summary>How many rows it takes.</summary>
    int Most { get; }

    /// <summary>The lowest level a row may stand on; 0 where all stand on one.</summary>
    int Deepest { get; }

    bool HasRemoval { get; }

    int LevelOf(int place);

    /// <summary>False for a row that has to stay.</summary>
    bool MayRemove(int place);

    int? Moved { get; }

    string? Move { get; }

    string? Seen { get; }

    /// <summary>What a row is called, for those who hear its buttons.</summary>
    string NameOf(int place);
}
