using GovPortal.Core.Configuration;
using GovPortal.Core.Modules;
using GovPortal.Core.Parsing;
using GovPortal.Core.Security;
using GovPortal.Media.Admin;
using GovPortal.Media.Parsing;
using GovPortal.Media.Site;
using GovPortal.Publishing.Files;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Media;

/// <summary>The files of a site: the library of its editors, and pictures and attachments under addresses that never change.</summary>
public sealed class MediaModule : IModule
{
    public const string Named = "Media";

    public string Name => Named;

    public bool IsAlwaysOn => true;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Content, 30, "library", "/quan-tri/thu-vien", "media.title", "image", Permission.Write),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<MediaLimits>().AddSingleton(s => ParserSettings.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<MediaLimits>()));
        services.AddSingleton<Parser>().AddSingleton<UploadParser>().AddSingleton<VirusScanner>().AddSingleton<ShareCards>();
        services.ReadAtStart<ParserLimits>().ReadAtStart<VirusScanner>();
        services.AddSingleton<ServerInstance>().AddSingleton<FileLeases>().AddSingleton<FileTasks>();
        services.AddSingleton<UploadsOf>(s => tenant => ActivatorUtilities.CreateInstance<Uploads>(s, tenant, s.GetRequiredService<SiteFilesOf>()(tenant)));
        services.AddScoped<IUploads, Uploads>().AddScoped<FileLibrary>().AddScoped<ManyFiles>().AddScoped<FileReaders>();
        services.AddHostedService<FileWorker>();
        services.AddSingleton<MediaCheck>().AddHostedService(s => s.GetRequiredService<MediaCheck>());
        services.AddHealthChecks().AddCheck<MediaCheck>("media");
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        // A wrong limit ends the start, not somebody's first upload.
        routes.ServiceProvider.GetRequiredService<MediaLimits>();
        routes.MapFiles();
        routes.MapSharePictures();
        routes.MapChooser();
    }
}
