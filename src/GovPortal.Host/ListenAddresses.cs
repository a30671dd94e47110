namespace GovPortal.Host;

/// <summary>Where the server is told to listen, looked at before anything is set up.</summary>
internal static class ListenAddresses
{
    /// <exception cref="InvalidOperationException">An address cannot be read; the sentence names it.</exception>
    public static void Insist(IConfiguration settings)
    {
        foreach (var address in (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
            {
                throw new InvalidOperationException($"--urls (ASPNETCORE_URLS) holds “{address}”, which is no address to listen at. It looks like http://localhost:5080 or http://*:8080; several have semicolons between them.");
            }
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            var read = BindingAddress.Parse(address);
            return read.Scheme is "http" or "https" && read.PathBase.Length == 0 && read.Port is >= 0 and <= 65_535;
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
