using System.Globalization;
using GovPortal.Content.Links;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Publishing.Content;
using GovPortal.Web.Caching;

namespace GovPortal.Content.Admin;

/// <summary>What waits on this site, and for whom: the first page of the desk.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class BoardPage(DeskBoard desk, DeskFigures figures, OutsideLinks links, ContentTypes types, ModuleList modules, TenantClock clock, VisitedSite site, IAuthorizationService authorization, LettersLinks letters) : PageModel
{
    public Board Board { get; private set; } = null!;

    public IReadOnlyList<DeskFigure> Figures { get; private set; } = [];

    public int BrokenLinks { get; private set; }

    /// <summary>Letters lead nowhere, and the one who looks can see to it.</summary>
    public bool LettersLackAddress { get; private set; }

    /// <summary>Unsaved texts whose forms this person can open.</summary>
    public IReadOnlyList<BoardLine> Unsaved { get; private set; } = [];

    /// <summary>What of the list went public in the board's seven days.</summary>
    public string PublishedQuery => new QueryWriter().Add("trang-thai", nameof(ContentState.Published)).Add("ngay-dang", "true").Add("tu", clock.Today.AddDays(-7).ToString("O", CultureInfo.InvariantCulture)).ToString();

    public async Task OnGetAsync(CancellationToken ct)
    {
        LettersLackAddress = !letters.CanAddress(site.Tenant) && (await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded;
        BrokenLinks = await links.CountBrokenAsync(ct);
        Board = await desk.ReadAsync(User.PersonId(), (await authorization.AuthorizeAsync(User, Permission.Review)).Succeeded, clock.Today, ct);
        var mayWrite = (await authorization.AuthorizeAsync(User, Permission.Write)).Succeeded;
        Figures = [.. (await figures.ReadAsync(ct)).Where(figure => mayWrite || !figure.IsForWriters)];
        Unsaved = [.. Board.Unsaved.Where(line => mayWrite && types.All.FirstOrDefault(type => type.Name == line.Type) is { HasForm: true } type && modules.IsOn(type.Module, site.Tenant))];
    }

    /// <summary>What was not saved leads back into its form, everything else to all about it.</summary>
    public string AddressOf(BoardLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Unsaved is { } unsaved ? site.Link(types.Of(line.Type).FormPathOf(line.Id == 0 ? null : line.Id)) + $"?tam={unsaved}" : site.Link($"/quan-tri/muc/{line.Id}");
    }
}

/// <summary>One part of the dashboard.</summary>
/// <param name="Name">After <c>desk.board.</c> the name of its heading.</param>
/// <param name="More">Where the rest stands; null where there is no such list.</param>
public sealed record BoardPart(string Name, string Icon, IReadOnlyList<BoardLine> Lines, string? More = null)
{
    /// <summary>Calls for somebody to act.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Shown even when nothing is in it.</summary>
    public bool IsAlwaysShown { get; init; }
}
