using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Pages;

/// <summary>
/// Holds off programs that fill in forms which anybody may send, without asking anybody else: a field that people do not see, the time it takes
/// to write, and how often a network sends. The form also learns a name, so that sent twice it is taken once.
/// </summary>
public sealed class AnonymousForms(IDataProtectionProvider keys, TimeProvider clock) : IDisposable
{
    /// <summary>Name of the field that people leave empty.</summary>
    public const string Trap = "Website";

    /// <summary>Name of the field that says when the form was shown, and what it is called.</summary>
    public const string KeyField = "FormKey";

    // Nobody reads a form and writes a sentence within this.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly IDataProtector seal = keys.CreateProtector("strangers-forms");
    private readonly AttemptLimit soon = new(10, TimeSpan.FromMinutes(10));
    private readonly AttemptLimit day = new(60, TimeSpan.FromDays(1));

    public string NewKey() => KeyAt(clock.GetUtcNow());

    /// <param name="shownAt">When somebody first saw the form.</param>
    public string KeyAt(DateTimeOffset shownAt) => seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{shownAt.ToUnixTimeMilliseconds()} {Guid.NewGuid():n}"));

    /// <summary>The name of the form; null when the key is none of this installation.</summary>
    public string? NameOf(string? key) => Read(key)?.Name;

    /// <summary>Why the form is not taken; null when it is. A form that is taken counts for the network it comes from.</summary>
    public Refusal? Check(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!string.IsNullOrEmpty(http.Request.Form[Trap]))
        {
            return new Refusal("strangers.trap");
        }

        if (Read(http.Request.Form[KeyField]) is not { } form || clock.GetUtcNow() - form.ShownAt > Longest)
        {
            return new Refusal("strangers.old");
        }

        if (clock.GetUtcNow() - form.ShownAt < Least)
        {
            return new Refusal("strangers.quick");
        }

        var network = ClientNetwork.Of(http);
        return soon.TryEnter(network) & day.TryEnter(network) ? null : new Refusal("strangers.often");
    }

    public void Dispose()
    {
        soon.Dispose();
        day.Dispose();
    }

    private (DateTimeOffset ShownAt, string Name)? Read(string? key)
    {
        try
        {
            return string.IsNullOrEmpty(key) || seal.Unprotect(key).Split(' ') is not [var shown, var name] ? null
                : (DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(shown, CultureInfo.InvariantCulture)), name);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Made up, or sealed by keys that are no more: the form is shown anew with a fresh one.
            return null;
        }
    }
}
