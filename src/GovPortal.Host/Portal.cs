using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GovPortal.Alerts;
using GovPortal.Consultations;
using GovPortal.Content;
using GovPortal.Content.Links;
using GovPortal.Core.Files;
using GovPortal.Core.Modules;
using GovPortal.Core.Parsing;
using GovPortal.Disclosure;
using GovPortal.Documents;
using GovPortal.Events;
using GovPortal.Feedback;
using GovPortal.Galleries;
using GovPortal.Mail;
using GovPortal.Guides;
using GovPortal.Media;
using GovPortal.Media.Parsing;
using GovPortal.Migration;
using GovPortal.News;
using GovPortal.Officials;
using GovPortal.OneStop;
using GovPortal.Procedures;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Web;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Rankings;
using GovPortal.Search;
using GovPortal.Signatures;
using GovPortal.Signatures.Serving;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.Sqlite;
using GovPortal.Storage.Tenancy;
using GovPortal.Theme.Civic;
using GovPortal.Theme.Lotus;
using GovPortal.Users;
using GovPortal.Web.Assets;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using GovPortal.Web.Tenancy;
using GovPortal.Web.Themes;
using GovPortal.Web.Views;
using GovPortal.WorkCalendar;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Serilog;

namespace GovPortal.Host;

/// <summary>Puts the house together: every module, in order.</summary>
public static class Portal
{
    public static ModuleList Modules { get; } = new(
    [
        new SitesModule(), new UsersModule(), new ContentModule(), new MediaModule(), new MigrationModule(), new NewsModule(), new ProceduresModule(), new DocumentsModule(),
        new SignaturesModule(),
        new RankingsModule(), new OneStopModule(), new WorkCalendarModule(), new OfficialsModule(), new AlertsModule(), new GuidesModule(), new FeedbackModule(), new ConsultationsModule(), new DisclosureModule(), new EventsModule(), new GalleriesModule(),
        new SearchModule(),
    ]);

    public static ThemeList Themes { get; } = new([new CivicTheme(), new LotusTheme()]);

    /// <param name="isServing">False for commands, which log warnings only and start no background work.</param>
    public static WebApplicationBuilder Prepare(string[] args, bool isServing)
    {
        FileModes.Restrict();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Portal).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            AddressLength.Limit(o);
        });
        var data = DataFolder.Open(builder.Configuration["GovPortal:DataPath"] ?? "App_Data");
        try
        {
            AddServices(builder, data, isServing);
        }
        catch
        {
            Leavings.RemoveEmpty(data);
            throw;
        }

        return builder;
    }

    private static void AddServices(WebApplicationBuilder builder, DataFolder data, bool isServing)
    {
        builder.Services.AddTrustedProxies(builder.Configuration);
        // A logger of its own, not the process's: several portals may run in one process.
        builder.Services.AddSerilog((services, log) => Logs.Set(log, services, builder.Configuration, data, isServing), preserveStaticLogger: true);
        builder.Services.AddRooms(Modules, Themes, data, builder.Configuration);
        builder.Services.AddSingleton(SecondFactorRule.From(builder.Configuration));
        builder.Services.AddPasskeys(PasskeySettings.From(builder.Configuration)).AddSignInProvider(ProviderSettings.From(builder.Configuration));
        builder.Services.AddSingleton(ParserCommand.Of(typeof(Portal).Assembly));
        builder.Services.AddSingleton<Outage>().AddSingleton<SetupGate>().AddSingleton<FirstSetup>();
        builder.Services.AddSingleton(s => new ReservedSegments(() => RoutesOf(s)));
        builder.Services.AddDataProtection().SetApplicationName("GovPortal").PersistKeysToFileSystem(new DirectoryInfo(data.OfSecrets("keys")));
        AddPages(builder.Services);
        builder.Services.AddHealth(builder.Configuration);
        if (isServing)
        {
            // Each does nothing unless it is what started the process.
            builder.Services.AddSystemd().AddWindowsService(o => o.ServiceName = "GovPortal");
            builder.Services.AddHostedService(s => s.GetRequiredService<LogPump>());
            builder.Services.AddHostedService(s => s.GetRequiredService<ScheduledActionWorker>());
            builder.Services.AddHostedService(s => s.GetRequiredService<OutboxSender>());
            builder.Services.AddHostedService(s => s.GetRequiredService<ViewCounts>());
            builder.Services.AddHostedService(s => s.GetRequiredService<OutsideLinkChecker>());
            builder.Services.AddHostedService(s => s.GetRequiredService<DatabaseCheck>());
        }
    }

    public static WebApplication Assemble(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseMiddleware<ReadableHost>();
        app.UseTrustedProxies();
        app.UseMiddleware<PageCacheMiddleware>();
        app.UseMiddleware<FallbackErrorHandler>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealth();
        app.UseMiddleware<AssetFiles>();
        app.UseMiddleware<TenantResolution>();
        app.UseApiForAnyOrigin();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler("/loi/500");
        app.UseMiddleware<OutageWatch>();
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseMiddleware<RedirectMiddleware>();
        app.UseMiddleware<AddressLength>();
        app.UseMiddleware<OptionsAnswer>();
        app.UseMiddleware<PreviewMiddleware>();
        app.UseMiddleware<SitePreviewMiddleware>();
        app.UseMiddleware<AnswersForPrograms>();
        app.UseRouting();
        app.UseMiddleware<ModuleGate>();
        app.UseMiddleware<PageCacheWriter>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
        app.UseMiddleware<AllowedMethods>();
        app.UseMiddleware<FormReading>();
        Map(app);
        return app;
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapRazorPages();
        var routes = app.MapGroup("");
        ((IEndpointConventionBuilder)routes).Finally(AllowHead);
        routes.MapOpenApi("/api/v1/openapi.json");
        routes.MapWorkingTime();
        foreach (var module in Modules.All)
        {
            module.MapTo(routes);
        }
    }

    /// <summary>Every route there is, also where none is served, as in a command.</summary>
    private static IEnumerable<Endpoint> RoutesOf(IServiceProvider services)
    {
        var routes = new RouteList(services);
        Map(routes);
        return routes.DataSources.SelectMany(source => source.Endpoints);
    }

    private sealed class RouteList(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }

    // What can be read can be asked about; the server sends no body then.
    private static void AllowHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: var methods } && methods.Contains(HttpMethods.Get) && !methods.Contains(HttpMethods.Head))
        {
            endpoint.Metadata.Add(new HttpMethodMetadata([.. methods, HttpMethods.Head]));
        }
    }

    private static void AddPages(IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            o.SerializerOptions.Converters.Add(new UtcInstant());
        });
        // Our own reference stands in every problem.
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ApiProblem.Retitle);
        services.AddApiForAnyOrigin();
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddOpenApi(ApiDescription.Describe);
        services.AddRazorPages(o => o.RootDirectory = "/Modules")
            .AddRazorOptions(o => o.ViewLocationExpanders.Add(new ThemeViewLocations(Themes)))
            .AddMvcOptions(o => o.Filters.Add<OnlyWhatIsHandled>());
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormTexts>();
    }
}
