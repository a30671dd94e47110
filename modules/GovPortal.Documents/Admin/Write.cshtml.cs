using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Documents.Admin;

/// <summary>Writes a legal document with its files, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(ValueCountLimit = MostFields, MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class WritePage(EditFormServices room, PublishedAcrossSites everywhere, KnownAgencies agencies, IUploads uploads, SafeHtml html, Texts texts, VisitedSite site) : FormPage<LegalDocument, DocumentForm>(room)
{
    public const int MostFields = 4_000;

    [BindProperty]
    public List<IFormFile> Uploads { get; set; } = [];

    /// <summary>Kinds of documents that are published in the province, then those the law knows.</summary>
    public TermOffer KnownTypes { get; private set; } = new([], false);

    /// <summary>The site's own fields first, then those of the province.</summary>
    public TermOffer KnownFields { get; private set; } = new([], false);

    private TermOffer KnownIssuers { get; set; } = new([], false);

    protected override string FirstField => nameof(DocumentForm.Abstract);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        KnownTypes = TermOffer.Of(await everywhere.CountTermsAsync(LegalDocumentType.TypeName, "document-type", ct), MayCreateTerms, DocumentKinds.All);
        KnownFields = TermOffer.Of(site.Tenant.Settings.Offer(NamedKind.Field, await everywhere.CountTermsAsync(LegalDocumentType.TypeName, NamedKind.Field.Kind, ct)), MayCreateTerms);
        KnownIssuers = await agencies.OfferAsync(MayCreateTerms, ct);
    }

    protected override async Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        await base.TakeUpAsync(fields, ct);
        Form.Body = html.Clean(Form.Body);
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
    }

    /// <summary>Adds rows for what the text itself says of other documents; nothing is saved before somebody has looked.</summary>
    public async Task<IActionResult> OnPostRelationsAsync(long? id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        Reopen(id);
        await KeepFilesAsync(ct);
        var known = Form.Relations.Select(row => ProposedRelations.KeyOf(row.Number ?? "")).ToHashSet();
        var proposed = ProposedRelations.In(Form.Abstract ?? "", html.ToText(Form.Body), Form.Number).Where(relation => known.Add(ProposedRelations.KeyOf(relation.Number))).ToList();
        Form.Relations.RemoveAll(row => string.IsNullOrWhiteSpace(row.Number) && string.IsNullOrWhiteSpace(row.Name));
        Form.Relations.AddRange(proposed.Select(relation => new RelationRow { Kind = relation.Kind.ToString(), Number = relation.Number }));
        Proposed = proposed.Count;
        ModelState.Clear();
        return Page();
    }

    /// <summary>How many relations the text proposed; null before it was asked.</summary>
    public int? Proposed { get; private set; }

    protected override LegalDocument Compose()
    {
        var (typed, before) = (Form.Body?.ReplaceLineEndings("\n"), Newest?.Text?.ReplaceLineEndings("\n"));
        Form.Body = typed == before ? Newest?.Text : html.Clean(typed);
        var record = base.Compose();
        InsistOnKnown(KnownTypes, nameof(Form.Type), record.Type, Newest?.Type);
        InsistOnKnown(KnownFields, nameof(Form.Field), record.FieldLabel ?? record.Field, Newest?.FieldLabel, Newest?.Field);
        InsistOnKnown(KnownIssuers, nameof(Form.Issuer), record.Issuer, Newest?.Issuer);
        return record with
        {
            // What was there before stays as it was written.
            Type = record.Type == Newest?.Type ? record.Type : KnownTypes.Called(record.Type),
            FieldLabel = record.FieldLabel == Newest?.FieldLabel ? record.FieldLabel : KnownFields.Called(record.FieldLabel),
        };
    }

    // A number is one document's own, and so are its days.
    protected override void Uncopied() => (Form.Number, Form.IssuedOn, Form.EffectiveOn, Form.ExpiresOn, Form.Files) = (null, null, null, null, []);

    protected override string FieldOf(string field) => field switch
    {
        "summary" or "title" or "slug" => nameof(DocumentForm.Abstract),
        "number" or "code" => nameof(DocumentForm.Number),
        "agency" => nameof(DocumentForm.Issuer),
        "expires" => nameof(DocumentForm.ExpiresOn),
        "text" => nameof(DocumentForm.Body),
        "field" => nameof(DocumentForm.Field),
        "document-type" => nameof(DocumentForm.Type),
        _ => field,
    };
}
