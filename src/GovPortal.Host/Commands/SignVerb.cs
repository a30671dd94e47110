using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GovPortal.Signatures.Signing;

namespace GovPortal.Host.Commands;

/// <summary><c>signature sign</c>. Needs no installation.</summary>
internal static class SignVerb
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The PDF to sign." };
        var keys = new Option<FileInfo>("--pkcs12") { Description = "The signer's certificate and key (PKCS #12).", Required = true };
        var password = new Option<string>("--password-env") { Description = "Name of the environment variable that holds its password.", Required = true };
        var output = new Option<FileInfo>("--output") { Description = "Where the signed file is written.", Required = true };
        var tsa = new Option<string?>("--tsa") { Description = "Address of a time stamp authority (RFC 3161); without it the time is the signer's own word." };
        var reason = new Option<string?>("--reason") { Description = "Why it is signed." };
        var location = new Option<string?>("--location") { Description = "Where it is signed." };
        var sign = new Command("sign", "Signs a PDF (PAdES B-B, with --tsa B-T) as an update that keeps earlier signatures intact.") { file, keys, password, output, tsa, reason, location };
        sign.SetAction(async (parsed, ct) =>
        {
            try
            {
                var signer = new FileSigner(Keys(parsed.GetRequiredValue(keys), parsed.GetRequiredValue(password)), StampsOf(parsed.GetValue(tsa)), TimeProvider.System);
                var bytes = await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, ct);
                var signed = await signer.SignAsync(bytes, new SigningWish(parsed.GetValue(reason), parsed.GetValue(location)), ct);
                await WriteAsync(parsed.GetRequiredValue(output).FullName, signed, ct);
                Console.WriteLine($"Signed: {parsed.GetRequiredValue(output)}");
                return Verbs.Done;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SigningRefusedException or CryptographicException)
            {
                await Console.Error.WriteLineAsync(fault.Message);
                return Verbs.WrongUse;
            }
        });
        return sign;
    }

    private static X509Certificate2Collection Keys(FileInfo file, string variable)
    {
        var password = Environment.GetEnvironmentVariable(variable) ?? throw new SigningRefusedException($"--password-env: there is no environment variable {variable}.");
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(file.FullName), password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException fault)
        {
            throw new SigningRefusedException($"--pkcs12: {file} cannot be opened with the password in {variable}: {fault.Message}", fault);
        }
    }

    private static TimeStampServer? StampsOf(string? address) =>
        address is null ? null : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new TimeStampServer(uri) : throw new SigningRefusedException($"--tsa: “{address}” is no address. Write it as http://tsa.example.vn/.");

    // Beside its place first, so that nobody finds half a file there.
    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await File.WriteAllBytesAsync(beside, bytes, ct);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
