using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Feedback;

/// <summary>A question and its answer as everybody reads them. Who asked stands in it as they are shown, and in no other way.</summary>
public sealed record Question
{
    public required string Title { get; init; }

    /// <summary>What was asked; plain text with its lines.</summary>
    public required string Text { get; init; }

    /// <summary>Plain text with its lines.</summary>
    public required string Answer { get; init; }

    /// <summary>Family name and first letters, or nobody.</summary>
    public string? Asker { get; init; }

    public DateOnly? AskedOn { get; init; }

    /// <summary>The unit or agency that answers.</summary>
    public required string AnsweredBy { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? Field { get; init; }

    /// <summary>What was asked and answered, the name masked where it stands in the texts too.</summary>
    public static Question Of(Enquiry enquiry, EnquiryContact contact, Tenant site)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(site);
        return new Question
        {
            Title = Masking.In(enquiry.Subject, contact),
            Text = Masking.In(enquiry.Text, contact),
            Answer = Masking.In(enquiry.Answer ?? "", contact),
            Asker = MaskedName.Of(contact.Name),
            AskedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(enquiry.ReceivedAt, site.TimeZone).DateTime),
            AnsweredBy = site.Title,
            AnsweredOn = enquiry.EndedAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, site.TimeZone).DateTime) : null,
            Field = enquiry.Field,
        };
    }
}
