using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Duties;
using GovPortal.Disclosure.Parsing;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Files;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Disclosure.Admin;

/// <summary>Writes disclosed information with its tables and files, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(ValueCountLimit = MostFields, MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class WritePage(EditFormServices room, DutyStandings standings, IUploads uploads, SheetReader sheets, Texts texts, VisitedSite site) : FormPage<DisclosedInformation, DisclosureForm>(room)
{
    private const int MostFields = 1_000;

    [BindProperty]
    public List<IFormFile> Uploads { get; set; } = [];

    /// <summary>Spreadsheets whose sheets become tables; they are read and not kept.</summary>
    [BindProperty]
    public List<IFormFile> Sheets { get; set; } = [];

    /// <summary>What of the sheets an editor should look at before saving.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>What the agency may publish here, in the law's order.</summary>
    public IReadOnlyList<FieldChoice> Sections { get; private set; } = [];

    protected override string FirstField => nameof(DisclosureForm.Title);

    protected override Task PrepareAsync(CancellationToken ct)
    {
        Sections = [new FieldChoice("", texts.In(site.Language, "disclosure.form.section.choose")), .. standings.Pack.Duties.Where(duty => duty.ShownAs is null).Select(duty => new FieldChoice(duty.Key, site.IsEnglish ? duty.NameEn : duty.Name))];
        return Task.CompletedTask;
    }

    /// <summary>A file that came becomes a row, so that it is there whatever becomes of the rest.</summary>
    protected override async Task KeepFilesAsync(CancellationToken ct)
    {
        foreach (var upload in Uploads.Where(upload => upload.Length > 0))
        {
            var (file, refusal) = await uploads.TakeInAsync(upload, folder: null, Open.PersonId, ct);
            if (!ModelState.Refused(refusal is null ? null : refusal with { Field = nameof(Uploads) }, texts, site))
            {
                Form.Files.Add(new FileRow { Name = VietnameseText.NormalizeLine(Path.GetFileName(upload.FileName)), Url = SiteFiles.PathOf(file!) });
            }
        }

        await ReadSheetsAsync(ct);
    }

    // Whoever sent a sheet with merged or computed cells sees what became of it before anything is saved.
    private async Task ReadSheetsAsync(CancellationToken ct)
    {
        var remarks = new List<string>();
        foreach (var upload in Sheets.Where(upload => upload.Length > 0))
        {
            await using var file = upload.OpenReadStream();
            var (read, refusal) = await sheets.ReadAsync(upload.FileName, file, ct);
            ModelState.Refused(refusal is null ? null : new Refusal(refusal, nameof(Sheets), Path.GetFileName(upload.FileName)), texts, site);
            Form.Tables.AddRange(read.Select(SheetRows.Of));
            remarks.AddRange(read.SelectMany(sheet => SheetRows.Remarks(sheet, texts, site.Language)));
        }

        Remarks = remarks;
        foreach (var remark in remarks)
        {
            ModelState.AddModelError(nameof(Sheets), remark);
        }
    }

    protected override string FieldOf(string field) => field switch
    {
        "title" or "slug" => nameof(DisclosureForm.Title),
        "section" => nameof(DisclosureForm.Section),
        "code" => nameof(DisclosureForm.Decision),
        _ => field,
    };
}
