using GovPortal.Core.Configuration;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Editing;

/// <summary>Puts forms, autosave and the cleaning of texts into the container.</summary>
public static class EditingServices
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<SafeHtml>().AddSingleton<VideoHosts>().ReadAtStart<VideoHosts>().AddSingleton<IFirstSaveObserver, AutosaveClaim>();
        services.AddScoped<ShownText>().AddScoped<OwnAddresses>().AddScoped<OwnLinks>().AddScoped<KnownAgencies>().AddScoped<WordsOfPictures>();
        return services.AddScoped<Autosaves>().AddScoped<WritingLocks>().AddScoped<DraftSession>().AddScoped<EditFormServices>();
    }
}
