using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>Whether certificates and lists were signed by those they name, remembered, for many files lead to the same few authorities.</summary>
internal sealed class Proofs
{
    // Computed for one file; a stranger's certificates must not keep the computer busy.
    private const int MostComputed = 1_000;
    private const int MostRemembered = 20_000;

    private readonly Dictionary<(object, X509Certificate), bool> known = [];
    private int computed;

    /// <summary>Begins with another file.</summary>
    public void Begin()
    {
        computed = 0;
        if (known.Count > MostRemembered)
        {
            known.Clear();
        }
    }

    public bool IsIssued(X509Certificate certificate, X509Certificate issuer) => Ask(certificate, issuer, key => certificate.IsSignatureValid(key));

    public bool IsSigned(X509Crl list, X509Certificate issuer) => Ask(list, issuer, key => list.IsSignatureValid(key));

    private bool Ask(object signed, X509Certificate by, Func<AsymmetricKeyParameter, bool> verify)
    {
        if (known.TryGetValue((signed, by), out var answer))
        {
            return answer;
        }

        if (++computed > MostComputed)
        {
            return false;
        }

        try
        {
            answer = verify(by.GetPublicKey());
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library throws many kinds for keys that do not fit or are none.
            answer = false;
        }

        return known[(signed, by)] = answer;
    }
}
