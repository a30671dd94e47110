using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Core.Caching;

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

    private QueryString Known(HttpRequest request)
    {
        if (request.QueryString.Value!.Length > Longest)
        {
            return request.QueryString;
        }

        var names = read.Value;
        var kept = default(QueryString);
        foreach (var (name, values) in request.Query.Where(field => names.Contains(field.Key)))
        {
            foreach (var value in values)
            {
                kept = kept.Add(name, value ?? "");
            }
        }

        return kept;
    }
}

/// <summary>Which pages are for everybody: those in the folder <c>Site</c> of a module.</summary>
internal static class PublicPages
{
    public static bool IsPublic(PageActionDescriptor page) => page.ViewEnginePath.Split('/') is [_, _, "Site", not "Fault"];
}

/// <summary>On an endpoint without markup: its answer is kept like a page.</summary>
public sealed record KeptLikeAPage;
