using GovPortal.Core.Checking;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.Consultations;

/// <summary>How far an opinion has come.</summary>
public enum CommentState
{
    /// <summary>Nobody at the desk has looked at it yet.</summary>
    Waiting,
    Shown,

    /// <summary>Kept and answered for, but not shown: it insults, or is about something else.</summary>
    Hidden,
}

/// <summary>What the agency makes of an opinion.</summary>
public enum ReplyKind
{
    /// <summary>Taken up (tiếp thu).</summary>
    Accepted,

    /// <summary>Not taken up, and why (giải trình).</summary>
    Explained,
}

/// <summary>How a person's name stands beside their opinion.</summary>
public enum NameWish
{
    Whole,

    /// <summary>Family name and first letters.</summary>
    Masked,
    Nobody,
}

/// <summary>Who gave an opinion, kept sealed. Null where it was not given.</summary>
public sealed record Commenter(string? Name, string? Email);

/// <summary>Seals who gave an opinion.</summary>
public sealed class CommentSeals(IDataProtectionProvider keys) : Seals(keys, "opinions.commenter");

/// <summary>An opinion of a draft, or of one of its sections.</summary>
[Carried(Carrying.Backup)]
public sealed class DraftComment : ISiteRow
{
    public const int TextLength = 10_000;
    public const int NameLength = 100;
    public const int EmailLength = 200;
    public const int NoteLength = 5_000;

    public long Id { get; set; }
    public int TenantId { get; set; }
    public long ItemId { get; set; }

    /// <summary>Null for the draft as a whole.</summary>
    public string? SectionId { get; set; }

    /// <summary>Name of the form it came by: one that is sent twice is taken once.</summary>
    public required string FormName { get; set; }

    /// <summary><see cref="Commenter"/>, sealed with the installation's keys.</summary>
    public required string SealedCommenter { get; set; }

    /// <summary>The name as the person allows it to be shown; null for none.</summary>
    public string? ShownName { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public CommentState State { get; set; }

    /// <summary>Why it is not shown; for the desk.</summary>
    public string? HiddenReason { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Null until the agency has answered it.</summary>
    public ReplyKind? Reply { get; set; }
    public string? ReplyText { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
}

/// <summary>An opinion as somebody types it.</summary>
/// <param name="FormName">Name of the form: sent twice, it is taken once.</param>
public sealed record NewComment(string? SectionId, string? Name, string? Email, NameWish Wish, string? Text, string FormName)
{
    /// <summary>In one Unicode form, without spaces around.</summary>
    public NewComment Tidied() => this with
    {
        SectionId = string.IsNullOrEmpty(SectionId) ? null : SectionId,
        Name = Line(Name),
        Email = Line(Email),
        Text = VietnameseText.Normalize(Text ?? "").ReplaceLineEndings("\n").Trim(),
    };

    /// <summary>The name as it is shown; null for none.</summary>
    public string? ShownName => (Name, Wish) switch { (null, _) or (_, NameWish.Nobody) => null, (var name, NameWish.Masked) => MaskedName.Of(name), var (name, _) => name };

    /// <summary>What is wrong with it, all at once.</summary>
    public IReadOnlyList<Refusal> Check() =>
    [
        .. Checks.Required(Text, nameof(Text)), .. Checks.NotLonger(Text, DraftComment.TextLength, nameof(Text)),
        .. Wish == NameWish.Nobody ? [] : Checks.Required(Name, nameof(Name)),
        .. Checks.NotLonger(Name, DraftComment.NameLength, nameof(Name)),
        .. Checks.NotLonger(Email, DraftComment.EmailLength, nameof(Email)),
        .. Email is { Length: <= DraftComment.EmailLength } email && !MailAddress(email) ? [new Refusal("consultations.email.odd", nameof(Email), email)] : Array.Empty<Refusal>(),
    ];

    private static bool MailAddress(string text) => System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static string? Line(string? text) => text is not null && VietnameseText.NormalizeLine(text) is { Length: > 0 } line ? line : null;
}
