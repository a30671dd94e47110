using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace GovPortal.Host;

/// <summary>
/// Reads the form of a page before anybody else does, so that one that is too large or garbled is answered as what it is: 413, 408 or 400. Forms
/// that anybody may send are small. Pages with limits of their own read their forms themselves.
/// </summary>
internal sealed class FormReading(RequestDelegate next)
{
    // Sign-in, passwords, passkeys: the largest is some kilobytes of a passkey's certificate.
    private const long LargestOfStrangers = 256 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || AllowedMethods.IsAccountOfFault(http)
            || http.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<RequestFormLimitsAttribute>() is not null || metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null)
        {
            await next(http);
            return;
        }

        if (metadata.GetMetadata<IAuthorizeData>() is null && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestOfStrangers;
        }

        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            http.Response.StatusCode = fault.StatusCode;
            return;
        }
        catch (InvalidDataException fault)
        {
            // Said of what is beyond the limits of a form, and of what is no form.
            http.Response.StatusCode = fault.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return;
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }
}
