using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Files;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Galleries.Admin;

/// <summary>Puts an album together from the library and from pictures that come with the form, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(ValueCountLimit = MostFields, MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class WritePage(EditFormServices room, IUploads uploads, Texts texts, VisitedSite site) : FormPage<Album, AlbumForm>(room)
{
    private const int MostFields = 2_000;

    [BindProperty]
    public List<IFormFile> Uploads { get; set; } = [];

    protected override string FirstField => nameof(AlbumForm.Title);

    /// <summary>A picture that came becomes a row, so that it is there whatever becomes of the rest.</summary>
    protected override async Task KeepFilesAsync(CancellationToken ct)
    {
        foreach (var upload in Uploads.Where(upload => upload.Length > 0))
        {
            var (file, refusal) = await uploads.TakeInAsync(upload, folder: null, Open.PersonId, ct);
            if (!ModelState.Refused(refusal is null ? null : refusal with { Field = nameof(Uploads) }, texts, site))
            {
                Form.Pictures.Add(new PictureRow { Path = SiteFiles.PathOf(file!), Alt = file!.Alt, Caption = file.Caption, Credit = file.Credit });
            }
        }
    }

    protected override string FieldOf(string field) => field is "title" or "slug" ? nameof(AlbumForm.Title) : field;
}
