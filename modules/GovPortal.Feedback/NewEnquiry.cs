using GovPortal.Core.Checking;
using GovPortal.Core.Text;

namespace GovPortal.Feedback;

/// <summary>What somebody has written, before it is taken in.</summary>
/// <param name="FormName">Name of the form: sent twice, it is taken once.</param>
/// <param name="Consent">Which words of consent were agreed to; null where none were.</param>
public sealed record NewEnquiry(EnquiryKind Kind, EnquiryContact Contact, string Subject, string Text, string? Field, string? Consent, string Language, string FormName)
{
    public const int SubjectLength = 200;
    public const int TextLength = 5_000;
    public const int FieldLength = 200;

    /// <summary>In one Unicode form, without spaces around.</summary>
    public NewEnquiry Tidied() => this with
    {
        Subject = VietnameseText.NormalizeLine(Subject ?? ""),
        Text = VietnameseText.Normalize(Text ?? "").ReplaceLineEndings("\n").Trim(),
        Field = Field is not null && VietnameseText.NormalizeLine(Field) is { Length: > 0 } field ? field : null,
    };

    /// <summary>What is wrong with it, all at once.</summary>
    public IReadOnlyList<Refusal> Check() =>
    [
        .. Enum.IsDefined(Kind) ? [] : new[] { new Refusal("feedback.kind.unknown", nameof(Kind), $"{Kind}") },
        .. Contact.Check(),
        .. Checks.Required(Subject, nameof(Subject)), .. Checks.NotLonger(Subject, SubjectLength, nameof(Subject)),
        .. Checks.Required(Text, nameof(Text)), .. Checks.NotLonger(Text, TextLength, nameof(Text)),
        .. Checks.NotLonger(Field, FieldLength, nameof(Field)),
        .. Consent is null ? [new Refusal("feedback.consent.missing", nameof(Consent))] : Array.Empty<Refusal>(),
    ];
}

/// <summary>What became of something that was written: code and secret to follow it by, or why it was not taken.</summary>
public sealed record TakenEnquiry(string Code, string Secret, DateTimeOffset? DueAt, IReadOnlyList<Refusal> Refusals)
{
    internal static TakenEnquiry Refused(IReadOnlyList<Refusal> refusals) => new("", "", null, refusals);
}
