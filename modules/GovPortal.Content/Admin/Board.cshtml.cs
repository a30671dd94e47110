using GovPortal.Core.Content;
using GovPortal.Core.Links;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Content.Admin;

/// <summary>What waits on this site, and for whom: the first page of the desk.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class BoardPage(DeskBoard desk, OutsideLinks links, TenantClock clock, IAuthorizationService authorization) : PageModel
{
    public Board Board { get; private set; } = null!;

    public int BrokenLinks { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        BrokenLinks = await links.CountBrokenAsync(ct);
        Board = await desk.ReadAsync(User.PersonId(), (await authorization.AuthorizeAsync(User, Permission.Review)).Succeeded, clock.Today, ct);
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
