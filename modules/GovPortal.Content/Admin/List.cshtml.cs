using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Everything on the site, newest first, for those who look after it; one act for many at once.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class ListPage(DeskContent desk, PublishingDesk publishing, ContentTypes types, ModuleList modules, IAuthorizationService authorization, TenantClock clock, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Whoever asks, in an address that colleagues can share.</summary>
    public const string Me = "toi";

    /// <summary>What may be done with many at once. What asks for a reason is done one by one.</summary>
    private static readonly WorkflowAction[] ForMany = [WorkflowAction.Submit, WorkflowAction.Publish, WorkflowAction.Archive, WorkflowAction.Delete, WorkflowAction.Undelete];

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public ContentState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "buoc")]
    public DraftStage? Stage { get; set; }

    /// <summary>Whose: a person's number, or <see cref="Me"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Author { get; set; }

    /// <summary>True when the days are those of the publication; else those of the last change.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay-dang")]
    public bool? ByPublication { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu"), Display(Name = "desk.filter.from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den"), Display(Name = "desk.filter.until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public WorkflowAction? Act { get; set; }

    [BindProperty]
    public long[] Chosen { get; set; } = [];

    /// <summary>True once the person was asked about what the public sees, and said yes.</summary>
    [BindProperty]
    public bool IsSure { get; set; }

    /// <summary>Titles of the chosen items that are public now, while the person is asked; empty else.</summary>
    public IReadOnlyList<string> AskedAbout { get; private set; } = [];

    public IReadOnlyList<DeskLine> Items { get; private set; } = [];

    /// <summary>How complete the newest version of each line is today, by the item's number.</summary>
    public IReadOnlyDictionary<long, Completeness> Completeness { get; private set; } = new Dictionary<long, Completeness>();

    public IReadOnlyList<DeskAuthor> Authors { get; private set; } = [];

    public IReadOnlyDictionary<ContentState, int> Counts { get; private set; } = new Dictionary<ContentState, int>();

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Acts this person may do with many at once.</summary>
    public IReadOnlyList<WorkflowAction> Acts { get; private set; } = [];

    /// <summary>Types whose modules are on.</summary>
    public IReadOnlyList<string> Types => [.. types.All.Where(t => modules.IsOn(t.Module, site.Tenant)).Select(t => t.Name).Order(StringComparer.Ordinal)];

    /// <summary>True for those who may write.</summary>
    public bool CanWrite { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Type) || State is not null || Stage is not null || !string.IsNullOrEmpty(Author) || From is not null || Until is not null || !string.IsNullOrWhiteSpace(Words);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (ModelState.IsWrongBesides("tu", "den") || Number is < 1 or > PageOf.Deepest || (!string.IsNullOrEmpty(Author) && Author != Me && !Guid.TryParse(Author, out _)))
        {
            return NotFound();
        }

        var author = Guid.TryParse(Author, out var person) ? person : User.PersonId();
        (var total, Items) = !ModelState.IsValid ? (0, (IReadOnlyList<DeskLine>)[]) : await desk.ListAsync(
            new DeskFilter(string.IsNullOrEmpty(Type) ? null : Type, State, Stage, Words, string.IsNullOrEmpty(Author) ? null : author)
            {
                ByPublication = ByPublication == true,
                From = From is { } first ? clock.StartOf(first) : null,
                Until = Until is { } last ? clock.StartOf(last.AddDays(1)) : null,
            },
            Number,
            ct);
        Completeness = await desk.CompletenessAsync([.. Items.Where(item => item.State != ContentState.Deleted).Select(item => item.Id)], ct);
        Authors = await desk.AuthorsAsync(ct);
        Counts = await desk.CountAsync(ct);
        Pages = new PageOf(Number, DeskContent.PageSize, total, number => AddressOf(State, number));
        var acts = new List<WorkflowAction>();
        foreach (var act in ForMany)
        {
            if ((await authorization.AuthorizeAsync(User, Workflow.Rules[act].Permission)).Succeeded)
            {
                acts.Add(act);
            }
        }

        Acts = acts;
        CanWrite = (await authorization.AuthorizeAsync(User, Permission.Write)).Succeeded;
        return Page();
    }

    /// <summary>Where a line leads: to its form while it is being written, else to all about it.</summary>
    public string AddressOf(DeskLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var type = types.Of(line.Type);
        return site.Link(CanWrite && type.HasForm && modules.IsOn(type.Module, site.Tenant) && line.State != ContentState.Deleted && line.Stage == DraftStage.Writing ? type.FormPathOf(line.Id) : $"/quan-tri/muc/{line.Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Act is not { } act || !ForMany.Contains(act) || Chosen.Length is 0 or > DeskContent.PageSize)
        {
            TempData["refused"] = new[] { texts.In(site.Language, "desk.many.none") };
            return LocalRedirect(AddressOf(State, Number));
        }

        if (!(await authorization.AuthorizeAsync(User, Workflow.Rules[act].Permission)).Succeeded)
        {
            return Forbid();
        }

        if (!IsSure && act is WorkflowAction.Publish or WorkflowAction.Archive && await TitlesOfLiveAsync(ct) is { Count: > 0 } live)
        {
            AskedAbout = live;
            return await OnGetAsync(ct);
        }

        var refused = new List<string>();
        foreach (var id in Chosen)
        {
            if (await DoAsync(act, id, ct) is { } refusal)
            {
                refused.Add($"{(await desk.FindAsync(id, ct))?.Item.Title ?? "?"}: {texts.Sentence(site.Language, refusal)}");
            }
        }

        TempData["done-many"] = Chosen.Length - refused.Count;
        TempData["refused"] = refused.ToArray();
        return LocalRedirect(AddressOf(State, Number));
    }

    private async Task<IReadOnlyList<string>> TitlesOfLiveAsync(CancellationToken ct)
    {
        var titles = new List<string>();
        foreach (var id in Chosen)
        {
            if (await desk.FindAsync(id, ct) is { Item: { State: ContentState.Published } item })
            {
                titles.Add(item.Title);
            }
        }

        return titles;
    }

    public string AddressOf(ContentState? state, int number = 1) => site.Link("/quan-tri/noi-dung") + new QueryWriter()
        .Add("loai", Type).Add("trang-thai", state?.ToString()).Add("buoc", Stage?.ToString()).Add("nguoi", Author)
        .Add("ngay-dang", ByPublication == true ? "true" : null).Add("tu", From?.ToString("O", CultureInfo.InvariantCulture)).Add("den", Until?.ToString("O", CultureInfo.InvariantCulture)).Add("q", Words).Add("trang", number > 1 ? number : null);

    private Task<Refusal?> DoAsync(WorkflowAction act, long id, CancellationToken ct) => act switch
    {
        WorkflowAction.Submit => publishing.SubmitAsync(id, User.PersonId(), ct),
        WorkflowAction.Publish => PublishAsync(id, ct),
        WorkflowAction.Archive => publishing.ArchiveAsync(id, User.PersonId(), ct),
        WorkflowAction.Delete => publishing.DeleteAsync(id, User.PersonId(), ct),
        _ => publishing.UndeleteAsync(id, User.PersonId(), ct),
    };

    // What its writer has not handed in is not approved among others unread; who is alone on a site publishes their own.
    private async Task<Refusal?> PublishAsync(long id, CancellationToken ct) =>
        await desk.FindAsync(id, ct) is { Card.Stage: not DraftStage.Submitted } && await desk.HasOthersWhoApproveAsync(User.PersonId(), ct)
            ? new Refusal("desk.many.not-submitted")
            : await publishing.PublishAsync(id, note: null, User.PersonId(), ct);
}
