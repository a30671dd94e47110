using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Core.Mail;

/// <summary>Puts mail into the container.</summary>
public static class PostOffice
{
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings).AddSingleton<Outbox>().AddSingleton<OutboxSender>().AddSingleton<KnownHosts>().AddSingleton<LettersLinks>().AddSingleton<LastAddress>();
        return settings.Host is null ? services.AddSingleton<IMailSender, FolderMailSender>() : services.AddSingleton<IMailSender, SmtpMailSender>();
    }
}
