namespace GovPortal.Core.Security;

/// <summary>How often somebody may ask for a matter by code and secret: enough for a citizen, far too little to guess a secret.</summary>
public sealed class LookupLimits : IDisposable
{
    // 31⁶ secrets against thirty tries an hour for a code, whoever asks.
    private readonly AttemptLimit byCode = new(30, TimeSpan.FromHours(1));

    // A family, or an office behind one address.
    private readonly AttemptLimit byNetwork = new(20, TimeSpan.FromMinutes(5));

    /// <summary>False when it has been tried too often from this network, or for this code.</summary>
    /// <param name="network">See <see cref="ClientNetwork"/>.</param>
    /// <param name="code">As it is kept; null where what was typed is none.</param>
    public bool TryEnter(string network, string? code)
    {
        var isFree = byNetwork.TryEnter(network);
        return (code is null || byCode.TryEnter(code)) && isFree;
    }

    public void Dispose()
    {
        byCode.Dispose();
        byNetwork.Dispose();
    }
}
