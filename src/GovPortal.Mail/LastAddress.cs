using GovPortal.Core.Files;
using GovPortal.Core.Security;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Mail;

/// <summary>
/// The portal's address as somebody last reached the desk by it, for letters that no request asks for, where the settings name none.
/// Lies in the data folder, so that it outlives the process and others know it.
/// </summary>
public sealed class LastAddress(DataFolder data, KnownHosts hosts) : IDeskAddress
{
    private readonly string file = Path.Combine(data.Of("mail"), "address.txt");
    private volatile string? written;

    /// <summary>For example <c>https://example.gov.vn</c>; null when nobody has been at a desk yet under a name that is known still.</summary>
    public string? Known => (written ?? (File.Exists(file) ? File.ReadAllText(file) : null)) is { } address && hosts.Knows(address) ? address : null;

    /// <summary>Remembers the address of a request; one whose host is not known is passed over, whoever sent it.</summary>
    public async Task RememberAsync(HttpRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (hosts.AddressOf(request) is not { } address || address == written)
        {
            return;
        }

        var fresh = $"{file}.{Guid.NewGuid():n}";
        await File.WriteAllTextAsync(fresh, address, ct);
        File.Move(fresh, file, overwrite: true);
        written = address;
    }
}
