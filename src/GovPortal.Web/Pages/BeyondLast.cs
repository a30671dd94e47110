using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Web.Pages;

/// <summary>A page of a list was asked for that lies behind its last one: the page of faults leads back to the same question.</summary>
/// <param name="Last">Number of the last page; null where nobody counted.</param>
/// <param name="LastAddress">Its address, with the question that was asked; of the first page where nobody counted.</param>
public sealed record BeyondLast(int? Last, string LastAddress);

/// <summary>How lists answer for pages they do not have.</summary>
public static class BeyondLastAnswer
{
    /// <summary>404 with the way back to the last page.</summary>
    public static IActionResult NotThatFar(this PageModel page, PageOf pages)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(pages);
        page.HttpContext.Features.Set(new BeyondLast(pages.Last, pages.Address(pages.Last)));
        return page.NotFound();
    }

    /// <summary>404 with the way back to the first page: for numbers that are none, or too large for anything to be counted.</summary>
    public static IActionResult NotThatFar(this PageModel page, Func<int, string> address)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(address);
        page.HttpContext.Features.Set(new BeyondLast(null, address(1)));
        return page.NotFound();
    }
}
