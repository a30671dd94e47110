using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Rules;
using GovPortal.Web.Pages;

namespace GovPortal.Sites.Admin;

/// <summary>The days that laws set for what the site does, each with its citation and dates; an administrator sets others, the portal's for all.</summary>
[Authorize(Permission.ManageSite)]
public sealed class RulesPage(DatedRules rules, Texts texts, VisitedSite site, TenantClock clock) : PageModel
{
    public const string Address = "/quan-tri/quy-dinh";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "rule.field.days")]
    public int? Days { get; set; }

    [BindProperty]
    public string? Citation { get; set; }

    [BindProperty, Display(Name = "rule.field.from")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "rule.field.until")]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<KnownRule> Rules { get; private set; } = [];

    /// <summary>The rule of each name that decides today.</summary>
    public IReadOnlySet<KnownRule> Holding { get; private set; } = new HashSet<KnownRule>();

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var rule = new DatedRule(Name ?? "", Days ?? 0, Citation ?? "", From ?? clock.Today, Until);
            ModelState.Refused(await rules.SetAsync(site.Tenant, rule, User.PersonId(), ct), texts, site);
        }

        return await EndAsync("rule.done.set", ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        ModelState.Refused(await rules.RemoveAsync(site.Tenant, Name, From, User.PersonId(), ct), texts, site);
        return await EndAsync("rule.done.removed", ct);
    }

    private async Task<IActionResult> EndAsync(string done, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return Page();
        }

        TempData["done"] = done;
        return LocalRedirect(site.Link(Address));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Rules = await rules.ListAsync(site.Tenant, ct);
        Holding = Rules.Where(known => known.Rule.HoldsOn(clock.Today)).GroupBy(known => known.Rule.Name).Select(group => group.Last()).ToHashSet();
    }
}
