using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Galleries;

/// <summary>Albums of pictures: the list, an album with all its pictures, each picture on a page of its own, the form, the import.</summary>
public sealed class GalleriesModule : IModule
{
    public const string Named = "Galleries";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, AlbumType>();
        services.AddRecords<AlbumReader>();
    }

    public void MapTo(IEndpointRouteBuilder routes) => routes.MapContentApi<Album>("galleries", AlbumType.TypeName, Named);
}
