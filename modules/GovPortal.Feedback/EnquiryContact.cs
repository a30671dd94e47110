using System.Text.RegularExpressions;
using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.Feedback;

/// <summary>Who asks, and how to reach them: kept sealed. Null where it was not given.</summary>
public sealed partial record EnquiryContact(string Name, string? Email, string? Phone, string? Residence)
{
    public const int NameLength = 100;
    public const int EmailLength = 200;
    public const int PhoneLength = 30;
    public const int ResidenceLength = 300;

    /// <summary>Without spaces around and doubled, in one Unicode form.</summary>
    public static EnquiryContact Of(string? name, string? email, string? phone, string? residence) => new(Line(name) ?? "", Line(email), Line(phone), Line(residence));

    /// <summary>What is wrong with it; one way to be reached is enough.</summary>
    public IEnumerable<Refusal> Check() =>
    [
        .. Checks.Required(Name, nameof(Name)), .. Checks.NotLonger(Name, NameLength, nameof(Name)),
        .. Checks.NotLonger(Email, EmailLength, nameof(Email)), .. Checks.NotLonger(Phone, PhoneLength, nameof(Phone)), .. Checks.NotLonger(Residence, ResidenceLength, nameof(Residence)),
        .. (Email ?? Phone ?? Residence) is null ? [new Refusal("feedback.no-way", nameof(Email))] : Array.Empty<Refusal>(),
        .. Email is { Length: <= EmailLength } email && !Address().IsMatch(email) ? [new Refusal("feedback.email.odd", nameof(Email), email)] : Array.Empty<Refusal>(),
        .. Phone is { Length: <= PhoneLength } phone && phone.Count(char.IsAsciiDigit) is < 8 or > 15 ? [new Refusal("feedback.phone.odd", nameof(Phone), phone)] : Array.Empty<Refusal>(),
    ];

    private static string? Line(string? value) => value is not null && VietnameseText.NormalizeLine(value) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"^[^@\s<>,;""]+@[^@\s<>,;""]+\.[^@\s<>,;""]+$")]
    private static partial Regex Address();
}

/// <summary>Seals who asked.</summary>
public sealed class EnquirySeals(IDataProtectionProvider keys) : Seals(keys, "enquiries.contact");
