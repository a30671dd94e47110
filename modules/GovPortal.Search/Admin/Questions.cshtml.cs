using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Search.Learning;

namespace GovPortal.Search.Admin;

/// <summary>What people asked of this site: most, without an answer, and given up.</summary>
[Authorize(Permission.Publish)]
public sealed class QuestionsPage(QuestionReport report, QuestionLog log, ContentTypes types, ModuleList modules, VisitedSite site) : PageModel
{
    public static readonly IReadOnlyList<int> Spans = [7, 30, 90];

    [BindProperty(SupportsGet = true, Name = "ds")]
    public QuestionList Which { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public int Span { get; set; } = 30;

    public IReadOnlyList<QuestionLine> Questions { get; private set; } = [];

    /// <summary>How many days questions are kept; 0 where none is.</summary>
    public int Kept => log.Days;

    /// <summary>Where the missing answer is written, below the site.</summary>
    public string AnswerForm =>
        types.All.Where(type => type.HasForm && type.AnswersQuestions && modules.IsOn(type.Module, site.Tenant)).OrderBy(type => type.DeskOrder).First().FormPathOf();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Which) || !Spans.Contains(Span))
        {
            return NotFound();
        }

        Questions = await report.ReadAsync(Which, Span, ct);
        return Page();
    }
}
