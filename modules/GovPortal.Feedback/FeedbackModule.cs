using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Rules;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Feedback;

/// <summary>The desk of a named site, as one makes it for another site than the visited one.</summary>
public delegate EnquiryDesk EnquiryDeskOf(Tenant tenant);

/// <summary>What citizens ask, report and request of an agency; what it answers, and publishes of that; whether its pages are of use.</summary>
public sealed class FeedbackModule : IModule
{
    public const string Named = "Feedback";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Citizens, 0, "feedback", "/quan-tri/hoi-dap", "feedback.desk", "mail", Permission.AnswerEnquiries),
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/hoi-dap/gui", "feedback.ask"), new("/gop-y", "feedback.give"), new("/hoi-dap/theo-doi", "feedback.track")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, QuestionType>();
        services.AddRecords<QuestionReader>();
        services.AddSingleton(ModuleRules.Read(Named, typeof(FeedbackModule).Assembly));
        services.AddSingleton<EnquirySeals>().AddSingleton<EnquiryDeadlines>().AddSingleton<EnquiryLetters>().AddSingleton<EnquiryTracking>().AddSingleton<EnquiryFigures>().AddSingleton<UsefulVotes>();
        services.AddSingleton<EnquiryDeskOf>(s => tenant => ActivatorUtilities.CreateInstance<EnquiryDesk>(s, tenant));
        services.AddScoped<EnquiryDesk>().AddScoped<EnquiryRegister>().AddScoped<DeskPeople>().AddScoped<UsefulReport>();
        services.AddSingleton<IPromises, EnquiryPromises>();
        services.AddSingleton<IRecipeStep, EnquiriesStep>();
        services.AddSingleton<IAgencyMeasure, AnsweredOnTime>();
    }

    public void Describe(ModelBuilder builder) => FeedbackTables.Describe(builder);

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapContentFeed(QuestionType.TypeName, Named, "feedback.questions");
        routes.MapContentApi<Question>("questions", QuestionType.TypeName, Named);
    }
}
