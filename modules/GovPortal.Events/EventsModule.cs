using GovPortal.Core.Modules;
using GovPortal.Events.Delegates;
using GovPortal.Events.Site;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Events;

/// <summary>Events and conferences: those to come and those past, programme, registration and badges, calendar files, the form, the import.</summary>
public sealed class EventsModule : IModule
{
    public const string Named = "Events";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<EventLists>().AddScoped<Registrations>().AddScoped<DelegateDesk>();
        services.AddSingleton<DelegateSeals>().AddSingleton<RegistrationLimits>().AddSingleton<RegistrationTurn>();
        services.AddSingleton<IContentType, PublicEventType>();
        services.AddRecords<EventReader>();
    }

    public void Describe(ModelBuilder builder) => DelegateTables.Describe(builder);

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapEventCalendars();
        routes.MapContentApi<PublicEvent>("events", PublicEventType.TypeName, Named);
    }
}
