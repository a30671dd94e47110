using System.Text.Json.Serialization;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Sites;

namespace GovPortal.Media;

/// <summary>What editors say of a file.</summary>
public sealed record FileNotes
{
    public const int Longest = 300;
    public const int LongestCaption = 1_000;

    /// <summary>By which two of them are told apart.</summary>
    [JsonIgnore]
    public string Print => SiteStructure.PrintOf(this);

    public static FileNotes Of(StoredFile file) => new() { Title = file.Title, Alt = file.Alt, Caption = file.Caption, Credit = file.Credit, Folder = file.Folder, FocusX = file.FocusX, FocusY = file.FocusY };

    public required string Title { get; init; }
    public string? Alt { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
    public string? Folder { get; init; }
    public int? FocusX { get; init; }
    public int? FocusY { get; init; }

    internal Refusal? Check() =>
        Checks.Required(Title, nameof(Title)).Concat(Checks.NotLonger(Title, Longest, nameof(Title))).Concat(Checks.NotLonger(Alt, Longest, nameof(Alt)))
            .Concat(Checks.NotLonger(Caption, LongestCaption, nameof(Caption))).Concat(Checks.NotLonger(Credit, Longest, nameof(Credit))).Concat(Checks.NotLonger(Folder, Longest, nameof(Folder)))
            .FirstOrDefault() ?? (FocusX is < 0 or > 100 ? new Refusal("media.focus.outside", nameof(FocusX)) : FocusY is < 0 or > 100 ? new Refusal("media.focus.outside", nameof(FocusY)) : null);
}
