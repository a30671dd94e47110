namespace GovPortal.Mail;

/// <summary>Carries one letter out of the installation.</summary>
public interface IMailSender
{
    /// <summary>Delivers, or throws where a later try may succeed.</summary>
    /// <returns>Why the letter can never be delivered; null when it was.</returns>
    Task<string?> DeliverAsync(Guid id, Letter letter, CancellationToken ct);
}
