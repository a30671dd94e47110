using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Feedback.Site;

/// <summary>Questions that were answered for everybody, newest first, by field.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site) : PageModel
{
    private const int Size = 15;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    public ContentList Questions { get; private set; } = null!;

    public IReadOnlyList<TermCount> Fields { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || Number > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        var terms = string.IsNullOrEmpty(Field) ? new Dictionary<string, string>() : new() { [QuestionType.FieldTerm] = Field };
        Questions = await content.ListAsync(new ListQuery(QuestionType.TypeName, Number, Size) { Terms = terms }, ct);
        Fields = await content.CountTermsAsync(QuestionType.TypeName, QuestionType.FieldTerm, ct);
        Pages = new PageOf(Number, Size, Questions.Total, AddressOf);
        return Pages.IsBeyond ? this.NotThatFar(Pages) : Page();
    }

    public string AddressOf(int number) => AddressOf(Field, number);

    public string AddressOf(string? field, int number = 1) => site.Link("/hoi-dap") + new QueryWriter().Add("linh-vuc", field).Add("trang", number > 1 ? number : null);
}
