using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Security;

/// <summary>Remembers by which address people reach the desk; letters that no request asks for begin with it.</summary>
public interface IDeskAddress
{
    /// <summary>Remembers the address of a request by somebody who may work here; one whose host is not known is passed over.</summary>
    Task RememberAsync(HttpRequest request, CancellationToken ct);
}
