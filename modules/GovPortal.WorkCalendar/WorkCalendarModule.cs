using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using GovPortal.WorkCalendar.Site;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.WorkCalendar;

/// <summary>The work calendar of an agency's leaders: a week's table, item, iCalendar feed, the form, and the import.</summary>
public sealed class WorkCalendarModule : IModule
{
    public const string Named = "WorkCalendar";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, AppointmentType>();
        services.AddRecords<AppointmentReader>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapWorkCalendarFeed();
        routes.MapContentApi<Appointment>("work-calendar", AppointmentType.TypeName, Named);
    }
}
