using System.Collections.Frozen;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace GovPortal.Web.Caching;

/// <summary>
/// The key of a page: scheme, host and path as asked for, and of the query only what some page reads. Campaign marks and whatever
/// else is hung on an address neither make a page of their own nor reach the page.
/// </summary>
public sealed class PageAddress(IActionDescriptorCollectionProvider actions)
{
    // Longer addresses are answered, but not kept.
    private const int Longest = 400;

    private readonly Lazy<FrozenSet<string>> read = new(() => actions.ActionDescriptors.Items.OfType<PageActionDescriptor>().Where(PublicPages.IsPublic)
        .SelectMany(page => page.BoundProperties).Select(property => property.BindingInfo?.BinderModelName ?? property.Name)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Room for a key.</summary>
    public const int Room = Longest + 8;

    /// <summary>Writes the key of an address.</summary>
    /// <param name="query">What pages read of the query; empty when there is nothing.</param>
    /// <returns>0 when the address is too long to be kept.</returns>
    public int Write(HttpRequest request, Span<char> room, out QueryString query)
    {
        ArgumentNullException.ThrowIfNull(request);
        query = request.QueryString.HasValue ? Known(request) : default;
        var (host, path) = (request.Host.Value ?? "", request.Path.Value ?? "");
        return host.Length + path.Length + (query.Value?.Length ?? 0) > Longest ? 0
            : room.TryWrite($"{(request.IsHttps ? 's' : 'h')}{host}{path}{query.Value}{(char)path.Length}", out var written) ? written : 0;
    }

    // As it was written, so that an address of known names alone, which most are, needs no other string.
    private QueryString Known(HttpRequest request)
    {
        var given = request.QueryString.Value!;
        if (given.Length > Longest)
        {
            return request.QueryString;
        }

        var names = read.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var (known, strange) = (0, 0);
        foreach (var pair in new QueryStringEnumerable(given))
        {
            _ = names.Contains(pair.DecodeName().Span) ? known++ : strange++;
        }

        if (strange == 0)
        {
            return known == 0 ? default : request.QueryString;
        }

        var kept = new StringBuilder(given.Length);
        foreach (var pair in new QueryStringEnumerable(given))
        {
            if (names.Contains(pair.DecodeName().Span))
            {
                kept.Append(kept.Length == 0 ? '?' : '&').Append(pair.EncodedName.Span).Append('=').Append(pair.EncodedValue.Span);
            }
        }

        return kept.Length == 0 ? default : new QueryString(kept.ToString());
    }
}

/// <summary>Which pages are for everybody: those in the folder <c>Site</c> of a module.</summary>
internal static class PublicPages
{
    public static bool IsPublic(PageActionDescriptor page) => page.ViewEnginePath.Split('/') is [_, _, "Site", not "Fault"];
}

/// <summary>On an endpoint without markup: its answer is kept like a page.</summary>
public sealed record KeptLikeAPage;
