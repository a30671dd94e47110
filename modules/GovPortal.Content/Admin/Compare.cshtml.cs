using GovPortal.Content.Links;
using GovPortal.Content.Versions;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Two versions of one item, every difference a reader could see or follow, and bringing the earlier one back.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class ComparePage(DeskContent desk, PublishingDesk publishing, ContentTypes types, NewHosts hosts, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>What the editor saw; a change made meanwhile is not covered up.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public DeskItem Found { get; private set; } = null!;

    public int Older { get; private set; }

    public int Newer { get; private set; }

    public VersionComparison Comparison { get; private set; } = null!;

    /// <summary>Hosts the newer version leads to and no live item of the site ever did.</summary>
    public IReadOnlyCollection<string> HostsNotKnown { get; private set; } = [];

    public bool CanWrite { get; private set; }

    /// <summary>True when there is something to bring back.</summary>
    public bool CanRestore => CanWrite && Older < Found.Item.LatestVersion && !Comparison.IsSame;

    public async Task<IActionResult> OnGetAsync(long id, int version, int versionTo, CancellationToken ct) =>
        await TryFindAsync(id, version, versionTo, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(long id, int version, int versionTo, CancellationToken ct)
    {
        if (!await TryFindAsync(id, version, versionTo, ct))
        {
            return NotFound();
        }

        if (!CanWrite)
        {
            return Forbid();
        }

        if (ModelState.Refused((await publishing.RestoreAsync(id, Older, Revision, User.PersonId(), ct)).Refusals, texts, site))
        {
            return Page();
        }

        TempData["done"] = "desk.done.restored";
        return LocalRedirect(site.Link($"/quan-tri/muc/{id}"));
    }

    private async Task<bool> TryFindAsync(long id, int version, int versionTo, CancellationToken ct)
    {
        (Older, Newer) = (Math.Min(version, versionTo), Math.Max(version, versionTo));
        CanWrite = (await authorization.AuthorizeAsync(User, Permission.Write)).Succeeded;
        if (await desk.FindAsync(id, ct) is not { } found || await desk.FindBodyAsync(id, Older, ct) is not { } older || await desk.FindBodyAsync(id, Newer, ct) is not { } newer)
        {
            return false;
        }

        Found = found;
        var type = types.Of(found.Item.Type);
        Comparison = VersionComparison.Of(type, older, newer, Say, Beside());
        HostsNotKnown = await hosts.AmongAsync(BodyJson.Write(newer, type.BodyType), ct);
        return true;
    }

    // What goes public with a version and is not written in it.
    private IEnumerable<ComparedPart> Beside() =>
    [
        Part("address", SlugAt(Older), SlugAt(Newer)),
        Part("note", Found.Versions.FirstOrDefault(v => v.Number == Older)?.Note, Found.Versions.FirstOrDefault(v => v.Number == Newer)?.Note),
    ];

    private ComparedPart Part(string name, string? older, string? newer)
    {
        var label = Say("desk.compare.part." + name);
        return new ComparedPart(new NamedText(label, older ?? ""), new NamedText(label, newer ?? ""));
    }

    // A version that wishes for none keeps the address of the one before.
    private string SlugAt(int number) => Found.Versions.Where(v => v.Number <= number).MaxBy(v => v.Slug is null ? 0 : v.Number)?.Slug ?? Found.Item.Slug;

    private string Say(string key) => texts.In(site.Language, key);
}
