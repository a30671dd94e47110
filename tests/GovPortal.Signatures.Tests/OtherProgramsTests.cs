using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using GovPortal.Testing;

namespace GovPortal.Signatures.Tests;

/// <summary>What other programs say of the same files, and real files. Skipped by name where a program or the files are not at hand.</summary>
public sealed class OtherProgramsTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Van thu");

    private static string Shared => Repository.Data is { } folder && Directory.Exists(Path.Combine(folder, "signatures")) ? folder : "";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Poppler_says_the_same_of_integrity(bool isChanged)
    {
        Assert.SkipUnless(Exists("pdfsig"), "pdfsig (poppler-utils) is not installed.");
        var bytes = new TestPdf().Sign(Pki.Signer(Clerk)).Bytes;
        bytes[100] ^= isChanged ? (byte)1 : (byte)0;

        WithFile(bytes, path =>
        {
            var said = Run("pdfsig", path).Output;
            Assert.Equal(FileCheck.Pdf(new MemoryStream(bytes), Pki.Trusts()).Signatures[0].Intact, said.Contains("Signature is Valid", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OpenSSL_says_the_same_of_a_signature_of_its_own(bool isChanged)
    {
        Assert.SkipUnless(Exists("openssl"), "openssl is not installed.");
        var text = "Cong van so 12/UBND-VP"u8.ToArray();
        var message = Pki.Signer(Clerk, others: [Pki.Authority])(text);
        text[0] ^= isChanged ? (byte)1 : (byte)0;

        WithFile(text, content => WithFile(message, signature => WithFile(System.Text.Encoding.ASCII.GetBytes(Pki.Root.ExportCertificatePem()), root =>
        {
            var code = Run("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-content", content, "-CAfile", root, "-purpose", "any", "-attime", TestPki.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), "-out", Path.DirectorySeparatorChar == '/' ? "/dev/null" : "NUL").Code;
            Assert.Equal(FileCheck.Message(message, new MemoryStream(text), Pki.Trusts()).Verdict == "trusted", code == 0);
        })));
    }

    [Theory]
    [InlineData("valid.pdf", 0, true, true, false)]
    [InlineData("appended.pdf", 1, true, false, true)]
    [InlineData("tampered.pdf", 1, false, true, false)]
    public async Task Files_of_the_test_authority_come_out_as_they_should(string name, int code, bool isIntact, bool isWhole, bool isChanged)
    {
        Assert.SkipWhen(Shared.Length == 0, "The shared data is not at hand.");
        var folder = Path.Combine(Shared, "signatures");

        var facts = await VerifyAsync(code, Path.Combine(folder, name), "--trust", Path.Combine(folder, "root.pem"), "--crl", Path.Combine(folder, "ca.crl"), "--at", "2026-11-30");
        Assert.Equal((isIntact, isWhole, isChanged), (facts.GetProperty("intact").GetBoolean(), facts.GetProperty("coversWholeFile").GetBoolean(), facts.GetProperty("changedAfter").GetBoolean()));
        Assert.Equal(("Văn thư thử nghiệm", "trusted", "good", false), (facts.GetProperty("subject").GetString(), facts.GetProperty("chain").GetString(), facts.GetProperty("revocation").GetString(), facts.GetProperty("timeStamped").GetBoolean()));
        Assert.NotEqual(0, facts.GetProperty("reasons").GetArrayLength());
    }

    [Theory]
    [InlineData("signatures/valid.pdf", 3, true)]
    [InlineData("signatures/tampered.pdf", 1, false)]
    [InlineData("files/signed_SRC-A_02.pdf", 3, true)]
    [InlineData("files/signed_SRC-D_01.pdf", 1, false)]
    public async Task Nothing_real_is_called_trusted_without_a_root(string name, int code, bool isIntact)
    {
        Assert.SkipWhen(Shared.Length == 0, "The shared data is not at hand.");

        var facts = await VerifyAsync(code, Path.Combine(Shared, name));
        Assert.Equal(isIntact, facts.GetProperty("intact").GetBoolean());
        Assert.NotEqual("trusted", facts.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Wrong_use_is_told_and_nothing_else()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, new TestPdf().Sign(Pki.Signer(Clerk)).Bytes);
        try
        {
            Assert.Contains("holds no certificate", (await CommandLine.RunAsync([], "", "signature", "verify", path, "--trust", path)).Insist(2).Errors, StringComparison.Ordinal);
            Assert.Contains("is no time", (await CommandLine.RunAsync([], "", "signature", "verify", path, "--at", "hôm qua")).Insist(2).Errors, StringComparison.Ordinal);
            Assert.NotEmpty((await CommandLine.RunAsync([], "", "signature", "verify", path + ".gone")).Insist(2).Errors);
            Assert.NotEmpty((await CommandLine.RunAsync([], "", "signature", "verify")).Insist(2).Errors);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<JsonElement> VerifyAsync(int code, string file, params string[] more)
    {
        var said = (await CommandLine.RunAsync([], "", ["signature", "verify", file, "--json", .. more])).Insist(code).Output;
        return Assert.Single(JsonDocument.Parse(said).RootElement.GetProperty("signatures").EnumerateArray().ToArray());
    }

    private static bool Exists(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static void WithFile(byte[] bytes, Action<string> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
