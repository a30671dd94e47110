using GovPortal.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Mail;

/// <summary>
/// The portal's address as somebody last reached the desk by it, for letters that no request asks for, where the settings name none.
/// Lies in the data folder, so that it outlives the process and others know it.
/// </summary>
public sealed class LastAddress(DataFolder data)
{
    private readonly string file = Path.Combine(data.Of("mail"), "address.txt");
    private volatile string? written;

    /// <summary>For example <c>https://example.gov.vn</c>; null when nobody has been at a desk yet.</summary>
    public string? Known => written ?? (File.Exists(file) ? File.ReadAllText(file) : null);

    /// <param name="request">Of somebody who may see the desk: whoever else asks could name any host.</param>
    public async Task RememberAsync(HttpRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = $"{request.Scheme}://{request.Host.ToUriComponent()}";
        if (address == Known)
        {
            written = address;
            return;
        }

        var fresh = $"{file}.{Guid.NewGuid():n}";
        await File.WriteAllTextAsync(fresh, address, ct);
        File.Move(fresh, file, overwrite: true);
        written = address;
    }
}
