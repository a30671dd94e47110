using System.Reflection;
using GovPortal.Core;
using GovPortal.Core.Files;
using GovPortal.Core.Modules;
using GovPortal.Editing;
using GovPortal.Editing.Forms;
using GovPortal.Mail;
using GovPortal.Publishing;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Moves;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Redirects;
using GovPortal.Publishing.Rules;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Postgres;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Sqlite;
using GovPortal.Storage.Tenancy;
using GovPortal.Web;
using GovPortal.Web.Themes;
using GovPortal.Web.Views;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Host;

/// <summary>The rooms of the house and the modules, put together.</summary>
internal static class Rooms
{
    /// <summary>The rooms that say something to people, besides the modules.</summary>
    public static IReadOnlyList<Assembly> WithTexts { get; } = [typeof(CoreServices).Assembly, typeof(WebServices).Assembly, typeof(MailServices).Assembly, typeof(PublishingServices).Assembly, typeof(EditingServices).Assembly];

    /// <summary>Puts every room and module into the container.</summary>
    /// <exception cref="InvalidOperationException">The settings name no usable database.</exception>
    public static IServiceCollection AddRooms(this IServiceCollection services, ModuleList modules, ThemeList themes, DataFolder data, IConfiguration settings)
    {
        var tables = TablesOf(modules);
        services.AddCore(modules, data, [.. WithTexts, .. themes.All.Select(theme => theme.GetType().Assembly)]).AddStorage(DatabaseOf(settings, data, tables), tables).AddWeb(themes);
        var mail = MailSettings.From(settings);
        services.AddSingleton(new PublicAddress(mail.PublicAddress)).AddMail(mail);
        services.AddPublishing(Path.Combine(AppContext.BaseDirectory, "recipes")).AddEditing();
        foreach (var module in modules.All)
        {
            module.AddTo(services);
        }

        return services;
    }

    /// <summary>All tables of the installation.</summary>
    public static Tables TablesOf(ModuleList modules) => new(
    [
        PeopleTables.Describe, MailTables.Describe, LogTable.Describe, ContentTables.Describe, FileTables.Describe, WritingTables.Describe, ViewTables.Describe, WorkingTimeTables.Describe, RedirectTables.Describe, MoveTables.Describe, RuleTables.Describe,
        .. modules.All.Select<IModule, Action<ModelBuilder>>(module => module.Describe),
    ]);

    /// <summary>The database that the settings name.</summary>
    /// <exception cref="InvalidOperationException">They name no usable one.</exception>
    public static DatabaseSetup DatabaseOf(IConfiguration settings, DataFolder data, Tables tables) => (settings["GovPortal:Database"] ?? SqliteSetup.Name) switch
    {
        SqliteSetup.Name => SqliteSetup.In(data, tables),
        PostgresSetup.Name => new PostgresSetup(settings.GetConnectionString("Postgres"), settings.GetConnectionString("PostgresOwner"), tables),
        var kind => throw new InvalidOperationException($"GovPortal:Database is “{kind}”; it may be sqlite or postgres."),
    };
}
