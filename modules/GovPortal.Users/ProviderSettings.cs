using Microsoft.Extensions.Configuration;

namespace GovPortal.Users;

/// <summary>An OpenID Connect provider by which people may sign in, for example the province's own accounts.</summary>
/// <param name="Authority">Address under which the provider describes itself.</param>
/// <param name="Name">What people call its accounts; stands on the button.</param>
/// <param name="TrustsEmail">Whether somebody may be known by the e-mail address the provider names: true where it always is verified though it does not say so, false never, null where it says so.</param>
/// <param name="IsStrong">Whether the provider asks everybody for a second factor, so that ours need not.</param>
public sealed record ProviderSettings(Uri Authority, string ClientId, string ClientSecret, string Name, bool? TrustsEmail, bool IsStrong)
{
    private const string Section = "GovPortal:OpenIdConnect";

    private static readonly string[] Needed = ["Authority", "ClientId", "ClientSecret", "Name"];
    private static readonly string[] Choices = ["TrustsEmail", "IsStrong"];

    /// <returns>Null when no provider is set.</returns>
    /// <exception cref="InvalidOperationException">The settings cannot be used; the message names every mistake.</exception>
    public static ProviderSettings? From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = Needed.Concat(Choices).ToDictionary(name => name, name => settings[$"{Section}:{name}"]?.Trim() ?? "");
        if (given.Values.All(string.IsNullOrEmpty))
        {
            return null;
        }

        var mistakes = Needed.Where(name => given[name].Length == 0).Select(name => $"{Section}:{name} is empty; {string.Join(", ", Needed)} go together.")
            .Concat(Choices.Where(name => given[name].Length > 0 && !bool.TryParse(given[name], out _)).Select(name => $"{Section}:{name} is “{given[name]}”; it may be true or false.")).ToList();
        if (!Uri.TryCreate(given["Authority"], UriKind.Absolute, out var authority) ? given["Authority"].Length > 0 : !IsSafe(authority))
        {
            mistakes.Add($"{Section}:Authority is “{given["Authority"]}”; it must be the provider's https address, for example “https://tai-khoan.example.gov.vn”.");
        }

        return mistakes.Count == 0
            ? new ProviderSettings(authority!, given["ClientId"], given["ClientSecret"], given["Name"], Choice(given["TrustsEmail"]), Choice(given["IsStrong"]) ?? false)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, mistakes));
    }

    // On one's own machine nobody listens in between.
    private static bool IsSafe(Uri authority) => authority.Scheme == Uri.UriSchemeHttps || authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback;

    private static bool? Choice(string value) => value.Length == 0 ? null : bool.Parse(value);
}
