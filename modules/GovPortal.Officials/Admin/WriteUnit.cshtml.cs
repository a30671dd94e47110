using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.Web.Pages;

namespace GovPortal.Officials.Admin;

/// <summary>Writes a unit, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
public sealed class WriteUnitPage(EditFormServices room, UnitsAtDesk units) : FormPage<OrganizationUnit, UnitForm>(room)
{
    private IReadOnlyList<UnitAtDesk> known = [];

    /// <summary>The units this one may stand below: never itself nor one below it.</summary>
    public IReadOnlyList<FieldChoice> OfferedAbove
    {
        get
        {
            UnitEntry[] all = [.. known.Select(unit => unit.Entry)];
            var mine = Newest?.Key;
            return UnitsAtDesk.Offer(known.Where(unit => mine is null || !UnitTree.IsBelow(all, unit.Entry.Line.Key, mine)), Room.Texts.In(Room.Site.Language, "officials.unit.top"));
        }
    }

    protected override string FirstField => nameof(UnitForm.Name);

    protected override async Task PrepareAsync(CancellationToken ct) => known = await units.AllAsync(ct);

    protected override Task<Refusal?> RefuseAsync(OrganizationUnit record, CancellationToken ct)
    {
        UnitEntry[] all = [.. known.Select(unit => unit.Entry)];
        return Task.FromResult(
            // Citizens could not tell two of one name apart, nor could imports.
            Newest is null && all.Any(unit => unit.Line.Key == record.Key) ? new Refusal("officials.unit.same-name", nameof(UnitForm.Name), record.Name)
            : record.Under is not { } above ? null
            : all.All(unit => unit.Line.Key != above) ? new Refusal("officials.unit.unknown", nameof(UnitForm.Under), above)
            : UnitTree.IsBelow(all, above, record.Key) ? new Refusal("officials.unit.circle", nameof(UnitForm.Under), record.Name)
            : null);
    }

    protected override string FieldOf(string field) => field is "title" or "slug" or nameof(OrganizationUnit.Key) ? nameof(UnitForm.Name) : field;
}
