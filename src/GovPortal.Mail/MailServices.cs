using GovPortal.Core.Security;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Mail;

/// <summary>Puts mail into the container.</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings).AddSingleton<Outbox>().AddSingleton<OutboxSender>().AddSingleton<LettersLinks>().AddSingleton<LastAddress>();
        services.AddSingleton<IDeskAddress>(s => s.GetRequiredService<LastAddress>());
        return settings.Host is null ? services.AddSingleton<IMailSender, FolderMailSender>() : services.AddSingleton<IMailSender, SmtpMailSender>();
    }
}
