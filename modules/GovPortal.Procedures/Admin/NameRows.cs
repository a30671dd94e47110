using GovPortal.Editing.Forms;

namespace GovPortal.Procedures.Admin;

/// <summary>A list of names with their codes, as its partial shows it. Texts are given by their keys.</summary>
public sealed record NameRows(WritePage Page, string List, string Label, List<NameRow> Rows)
{
    public required string Add { get; init; }

    public string? Hint { get; init; }

    /// <summary>What the name helps to find; null for plain fields.</summary>
    public string? Finds { get; init; }

    /// <summary>The element that lists usual names; null where there is none.</summary>
    public string? UsualOnes { get; init; }

    /// <summary>What there is to pick from; null where anything may be typed.</summary>
    public TermOffer? Offer { get; init; }

    public string Name { get; init; } = "procedures.form.row.name";

    public string Code { get; init; } = "procedures.form.row.code";
}
