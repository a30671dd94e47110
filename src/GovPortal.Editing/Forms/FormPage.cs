using System.Globalization;
using GovPortal.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace GovPortal.Editing.Forms;

/// <summary>What a person types to make a record: words in every field, so that what cannot be read yet is not lost.</summary>
public interface IRecordForm<TRecord> where TRecord : class
{
    void Fill(TRecord record);

    /// <param name="newest">The version before; null for a new item.</param>
    TRecord Compose(FormReader reader, TRecord? newest);

    /// <summary>Rows a new item begins with.</summary>
    void Begin()
    {
    }
}

/// <summary>A writing page whose fields make up one form with rows, which buttons add, take away and move, with scripts and without.</summary>
public abstract class FormPage<TRecord, TForm>(EditFormServices room) : WritingPage<TRecord>(room) where TRecord : class where TForm : class, IRecordForm<TRecord>, new()
{
    [BindProperty(Name = "")]
    public TForm Form { get; set; } = new();

    /// <summary>Where the eyes go after rows have changed; null otherwise.</summary>
    public string? Focus { get; private set; }

    /// <summary>Adds, removes or moves a row and shows the form again; nothing is saved, nothing is lost.</summary>
    /// <param name="row">For example <c>add Methods[0].Fees</c> or <c>up Steps 2</c>.</param>
    public async Task<IActionResult> OnPostRowsAsync(long? id, string? row, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        Reopen(id);
        await KeepFilesAsync(ct);
        if (!FormRows.TryChange(Form, row, out var focus))
        {
            return NotFound();
        }

        Focus = focus;

        // What was sent stands under the numbers that rows had before.
        ModelState.Clear();
        return Page();
    }

    /// <summary>How a row of the form shows itself.</summary>
    public FormRow RowOf(string list, int number, string label) => new(list, number, label) { HasFocus = Focus == FormRows.Of(list, number) };

    protected override void Begin() => Form.Begin();

    protected override void Fill(TRecord record) => Form.Fill(record);

    protected override async Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        Form = new TForm();
        var typed = new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        await TryUpdateModelAsync(Form, "", new FormValueProvider(BindingSource.Form, typed, CultureInfo.InvariantCulture), _ => true);
        ModelState.Clear();
    }

    protected override TRecord Compose()
    {
        var reader = new FormReader((key, values) => string.Format(CultureInfo.InvariantCulture, Room.Texts.In(Room.Site.Language, key), values));
        var record = Form.Compose(reader, Newest);
        foreach (var (field, sentence) in reader.Faults)
        {
            ModelState.AddModelError(field, sentence);
        }

        return record;
    }
}
