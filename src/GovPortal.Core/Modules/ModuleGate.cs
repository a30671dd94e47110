using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Core.Modules;

/// <summary>Answers 404 for a page or endpoint whose module the site has not switched on, as if it had never been built.</summary>
public sealed class ModuleGate(RequestDelegate next, ModuleList modules)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint || http.Features.Get<Tenant>() is not { } tenant || ModuleOf(endpoint) is not { } module || modules.IsOn(module, tenant))
        {
            return next(http);
        }

        // The status page middleware shows the one not-found page.
        http.SetEndpoint(null);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static string? ModuleOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ModuleName>()?.Name
        ?? (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.ViewEnginePath.Split('/') is [_, var room, _, ..] ? room : null);
}

/// <summary>Says which module an endpoint without markup belongs to.</summary>
public sealed record ModuleName(string Name);

public static class ModuleNameOnEndpoints
{
    public static TBuilder OfModule<TBuilder>(this TBuilder builder, string name) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ModuleName(name));
}
