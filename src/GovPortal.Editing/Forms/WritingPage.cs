using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Editing.Forms;

/// <summary>The form of a content type from opening to saving: takes up what was typed and not saved, saves once, meets whoever saved meanwhile, submits, publishes. A type's page says its fields.</summary>
public abstract partial class WritingPage<TRecord>(EditFormServices room) : PageModel, IWritingPage where TRecord : class
{
    // What travels with the form and is not typed.
    private static readonly HashSet<string> notTyped = new(["__RequestVerificationToken", nameof(Revision), nameof(Key), nameof(Over), "row"], StringComparer.OrdinalIgnoreCase);

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>Name of this form while the item is new, so that sending it twice saves it once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The version of somebody else that the editor has seen and covers with a newer one; null for the usual save.</summary>
    [BindProperty]
    public int? Over { get; set; }

    public OpenForm Open { get; private set; } = null!;

    public Collision? Collision { get; private set; }

    public DeskItem? Found { get; private set; }

    /// <summary>The newest version; null while the item is new.</summary>
    public TRecord? Newest { get; private set; }

    public IReadOnlyList<Refusal> Blockers { get; private set; } = [];
    public Completeness? Completeness { get; private set; }
    public bool CanPublish { get; private set; }

    /// <summary>True for those who may bring in a category, field, kind or agency that no list has yet.</summary>
    public bool MayCreateTerms { get; private set; }
    public bool MustSubmit { get; private set; }

    /// <summary>Whether the English side still follows; null where there is none.</summary>
    public EnglishSide? English { get; private set; }

    /// <summary>What a new item may begin from; empty where the item is there already.</summary>
    public IReadOnlyList<ItemTemplate> Templates { get; private set; } = [];
    public bool MaySeeSource { get; private set; }

    protected EditFormServices Room => room;

    protected IContentType Type => room.Types.Of(typeof(TRecord));

    /// <summary>Puts a version into the fields.</summary>
    protected abstract void Fill(TRecord record);

    /// <summary>Puts what was typed earlier and not saved into the fields.</summary>
    protected abstract Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct);

    /// <summary>The record the fields make; what cannot be read is noted in the model state, and then nothing is saved.</summary>
    protected abstract TRecord Compose();

    /// <summary>Where the editor reads on after a collision: the first field, or the text.</summary>
    protected abstract string FirstField { get; }

    /// <summary>What stands in the fields of a new item.</summary>
    protected virtual void Begin() { }

    /// <summary>Reads what the form shows besides its fields.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Keeps files that came with the form, so that a refusal does not lose them.</summary>
    protected virtual Task KeepFilesAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Why the record cannot stand beside the site's other items; null when it can.</summary>
    protected virtual Task<Refusal?> RefuseAsync(TRecord record, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    /// <summary>Does what goes with a version that was just saved, and is not part of it.</summary>
    protected virtual Task SavedAsync(long id, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Takes out of the fields what only the original may have, such as its number.</summary>
    protected virtual void Uncopied() { }

    /// <summary>A wish for the address; null keeps the present one.</summary>
    protected virtual string? WantedSlug() => null;

    /// <summary>The form's field that a refusal of the type is about.</summary>
    protected virtual string FieldOf(string field) => field;

    /// <param name="tam">Number of the unsaved text to go on with.</param>
    /// <param name="tu">Number of the item of the same type, perhaps a template, that a new one begins as a copy of.</param>
    public async Task<IActionResult> OnGetAsync(long? id, long? tam, long? tu, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct) || (tu is not null && id is null && !await CopyAsync(tu.Value, ct)))
        {
            return NotFound();
        }

        if (Found?.Item.State == ContentState.Deleted || IsTemplateOfOthers)
        {
            // Nothing could be saved here until it is brought back, which is done there.
            return LocalRedirect(room.Site.Link($"/quan-tri/muc/{id}"));
        }

        if (Newest is { } record)
        {
            Fill(record);
            (Blockers, Completeness) = ([.. (await room.PublishBlockersAsync(Found!.Item, record, ct)).Select(InForm)], room.CompletenessOf(record));
            Note = Found!.HasNewerDraft ? Found.Versions[0].Note : null;
        }
        else if (tu is null)
        {
            Begin();
        }

        Open = await room.Writing.OpenAsync(Type.Name, id, Found?.Item.Revision, User.PersonId()!.Value, tam, ct) with { Found = Found };
        (Key, Revision) = (Open.Key, Open.Revision);
        if (Open.TakenUp is { } unsaved)
        {
            var fields = BodyJson.Read<Dictionary<string, string>>(unsaved.Fields);
            Note = fields.GetValueOrDefault(nameof(Note));
            await TakeUpAsync(fields, ct);
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Save, ct);

    public Task<IActionResult> OnPostSubmitAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Submit, ct);

    public Task<IActionResult> OnPostPublishAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Publish, ct);

    /// <summary>The form as it was sent.</summary>
    protected WrittenForm Reopen(long? id)
    {
        var key = id?.ToString(CultureInfo.InvariantCulture) ?? (Key is { Length: > 0 and <= 40 } ? Key : Guid.NewGuid().ToString("n"));
        Open = new OpenForm(Type.Name, key, id, Revision) { PersonId = User.PersonId()!.Value, Found = Found };
        return new WrittenForm(Type.Name, key, id, Revision, Request.Form.Where(field => !notTyped.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToString()));
    }

    protected async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await room.Authorization.AuthorizeAsync(User, null, Permission.Publish)).Succeeded;
        MustSubmit = !CanPublish || await room.Desk.HasOthersWhoApproveAsync(User.PersonId(), ct);
        MaySeeSource = (await room.Authorization.AuthorizeAsync(User, null, Permission.ManageSite)).Succeeded;
        MayCreateTerms = (await room.Authorization.AuthorizeAsync(User, null, Permission.CreateTerms)).Succeeded;
        await PrepareAsync(ct);
        if (id is null)
        {
            Templates = await room.Templates.ListAsync(Type.Name, ct);
            return true;
        }

        Newest = await room.Desk.FindNewestAsync<TRecord>(id.Value, ct);
        Found = Newest is null ? null : await room.Desk.FindAsync(id.Value, ct);
        English = Found is null ? null : await room.English.FindAsync(Found.Item, ct);
        return Found is not null;
    }
}
