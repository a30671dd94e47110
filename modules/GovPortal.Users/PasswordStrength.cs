using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>
/// Refuses passwords that are guessed first (NIST SP 800-63B, 3.1.1.2): common ones, runs of keys and numbers, repeats, dates, and what is
/// made of the person's own name, a site's name or the product's, with or without diacritics. Present passwords go on.
/// </summary>
internal sealed class PasswordStrength(TenantDirectory directory) : IPasswordValidator<Person>
{
    /// <summary>Code of the error for a password that is guessed too soon.</summary>
    public const string TooCommon = "PasswordTooCommon";

    /// <summary>Characters; NIST SP 800-63B asks for 8 beside a second factor and 15 without.</summary>
    public const int Shortest = 12;

    // Guessed in fewer than ten thousand tries is 0 or 1.
    private const int LeastScore = 2;

    // Looking at a password takes longer with the square of its length, and nothing this long is guessed.
    private const int LongestLookedAt = 64;

    // A long row of one or two signs is as short as they are.
    private const int FewestSigns = 5;

    private static readonly string[] Product = ["govportal", "cong thong tin", "quan tri", "quan tri vien", "mat khau", "dang nhap", "uy ban nhan dan", "ubnd", "thanh vien", "bien tap"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        IsGuessable(password ?? "", user) ? IdentityResult.Failed(new IdentityError { Code = TooCommon, Description = "The password is one of those that are guessed first." }) : IdentityResult.Success);

    private bool IsGuessable(string password, Person person)
    {
        var folded = VietnameseText.Fold(password);
        if (password.Length > LongestLookedAt)
        {
            return folded.Distinct().Count() < FewestSigns;
        }

        var tight = Tight(folded);

        // The sites' names are thousands: only those that are in it are looked for.
        var words = Product.Concat([person.UserName ?? "", .. (person.UserName ?? "").Split('@', '.'), person.Name, .. person.Name.Split(' ')])
            .Concat(directory.All.Where(site => tight.Contains(Tight(site.Name), StringComparison.Ordinal) || tight.Contains(Tight(VietnameseText.Fold(site.Title)), StringComparison.Ordinal)).SelectMany(site => new[] { site.Name, site.Title }))
            .Select(VietnameseText.Fold).SelectMany(word => new[] { word, Tight(word) }).Where(word => word.Length > 2).Distinct().ToArray();
        return NamesInPasswords.IsMadeOf(password, [person.Name, person.UserName ?? "", .. directory.All.SelectMany(site => new[] { site.Name, site.Title })])
            || new[] { password, folded }.Distinct().Any(spelling => spelling.Length == 0 || Zxcvbn.Zxcvbn.MatchPassword(spelling, words).Score < LeastScore);
    }

    // Without what people put between words.
    private static string Tight(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
