using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.Web.Pages;

namespace GovPortal.Officials.Admin;

/// <summary>Writes a person with their posts, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class WriteOfficialPage(EditFormServices room, UnitsAtDesk units) : FormPage<Official, OfficialForm>(room)
{
    private const int MostFields = 2_000;

    private IReadOnlyList<UnitAtDesk> known = [];

    /// <summary>The site's units, drafts too.</summary>
    public IReadOnlyList<FieldChoice> OfferedUnits { get; private set; } = [];

    protected override string FirstField => nameof(OfficialForm.Name);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        known = await units.AllAsync(ct);
        OfferedUnits = UnitsAtDesk.Offer(known, Room.Texts.In(Room.Site.Language, "officials.unit.leadership"));
    }

    protected override Official Compose()
    {
        var names = known.GroupBy(unit => unit.Entry.Line.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Entry.Name, StringComparer.Ordinal);
        var person = base.Compose();
        return (person with { Posts = [.. person.Posts.Select(held => held with { UnitName = NameOf(held, names) })] }).WithEnglishSince(Newest, Form.IsEnglishRight);
    }

    protected override Task<Refusal?> RefuseAsync(Official record, CancellationToken ct)
    {
        var (posts, refusal) = (record.Posts, (Refusal?)null);
        for (var number = 0; number < posts.Count && refusal is null; number++)
        {
            refusal = posts[number] is { Unit: { } unit, UnitName: null } ? new Refusal("officials.unit.unknown", $"{FormRows.Of(nameof(OfficialForm.Posts), number)}.{nameof(PostRow.Unit)}", unit) : null;
        }

        return Task.FromResult(refusal);
    }

    protected override string FieldOf(string field) => field is "title" or "slug" ? nameof(OfficialForm.Name) : field;

    // A unit that was closed keeps the name it had in posts held before.
    private string? NameOf(HeldPost held, Dictionary<string, string> names) => held.Unit is not { } unit ? null
        : held.Until is not null && Before(held) is { } before ? before
        : names.GetValueOrDefault(unit) ?? Before(held);

    private string? Before(HeldPost held) => Newest?.Posts.FirstOrDefault(old => old.Unit == held.Unit && old.Post == held.Post)?.UnitName;
}
