using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GovPortal.Host;

/// <summary>Answers 405 where a page has no handler for the method: without one Razor Pages would render it with nothing loaded.</summary>
internal sealed class OnlyWhatIsHandled : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && (context.ActionDescriptor.HandlerMethods.Count > 0 || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method))))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
