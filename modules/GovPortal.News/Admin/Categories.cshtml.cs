using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Web;

namespace GovPortal.News.Admin;

/// <summary>The categories of the site's news: how many articles each has, what it is called, and which are one.</summary>
[Authorize(Permission.ManageSite)]
public sealed class CategoriesPage(ArticleCategories categories, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Value of the category that is meant; null for a new one.</summary>
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    public IReadOnlyList<TermCount> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => All = await categories.OfferedAsync(ct);

    public Task<IActionResult> OnPostAddAsync(CancellationToken ct) => DoAsync("Label", by => categories.AddAsync(Label, by, ct), "news.category.done.added", ct);

    public Task<IActionResult> OnPostRenameAsync(CancellationToken ct) => DoAsync(FieldOf("Label"), by => categories.RenameAsync(Value ?? "", Label, by, ct), "news.category.done.renamed", ct);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken ct) => DoAsync(FieldOf("Into"), by => categories.MergeAsync(Value ?? "", Into, by, ct), "news.category.done.merged", ct);

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken ct) => DoAsync("", by => categories.DeleteAsync(Value ?? "", by, ct), "news.category.done.deleted", ct);

    /// <summary>Names of the fields of a category's own forms.</summary>
    public static string FieldOf(string name, string value) => $"{name}-{value}";

    private string FieldOf(string name) => FieldOf(name, Value ?? "");

    private async Task<IActionResult> DoAsync(string field, Func<Guid?, Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (await act(User.PersonId()) is { } refusal)
        {
            All = await categories.OfferedAsync(ct);
            var name = All.FirstOrDefault(category => category.Value == Value)?.Label;
            var sentence = texts.Sentence(site.Language, refusal);
            ModelState.AddModelError(field, name is null ? sentence : $"{name}: {sentence}");
            return Page();
        }

        TempData["done"] = done;
        return LocalRedirect(site.Link("/quan-tri/chuyen-muc"));
    }
}
