using System.Security.Cryptography.X509Certificates;
using GovPortal.Signatures.Signing;
using GovPortal.Testing;

namespace GovPortal.Signatures.Tests;

/// <summary>Signing: what is written holds for ourselves and for others, and spoils nothing that was signed before.</summary>
public sealed class SigningTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư, O=Sở Tư pháp");
    private static readonly X509Certificate2 Clock = Pki.Issue("CN=Máy chủ cấp dấu thời gian", isStamp: true);

    [Fact]
    public async Task A_signed_file_is_trusted()
    {
        var facts = Assert.Single(Check(await SignAsync(new TestPdf().Bytes)).Signatures);

        Assert.Equal(("trusted", "Signature1", "2026-03-02T03:00:00Z", false), (facts.Verdict, facts.Field, facts.SignedAt, facts.TimeStamped));
    }

    [Fact]
    public async Task A_time_stamp_proves_when()
    {
        var facts = Assert.Single(Check(await SignAsync(new TestPdf().Bytes, stamp: new Stamps())).Signatures);

        Assert.Equal(("trusted", true, "Máy chủ cấp dấu thời gian"), (facts.Verdict, facts.TimeStamped, facts.TimeStampAuthority));
    }

    [Fact]
    public async Task Signing_again_keeps_what_was_signed()
    {
        var once = new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Giám đốc"))).Bytes;
        var twice = await SignAsync(once);
        var thrice = await SignAsync(twice);

        Assert.Equal(once, twice[..once.Length]);
        Assert.Equal(["trusted", "trusted", "trusted"], Check(thrice).Signatures.Select(s => s.Verdict));
        Assert.Equal(["Signature1", "Signature2", "Signature3"], Check(thrice).Signatures.Select(s => s.Field));
    }

    [Fact]
    public async Task Lists_that_are_objects_of_their_own_are_kept_as_such()
    {
        var pdf = new TestPdf().Update([(20, "[]"), (21, "<< /Fields 22 0 R >>"), (22, "[]"), (TestPdf.Page, TestPdf.PageOf("/Annots 20 0 R")), (TestPdf.Catalog, "<< /Type /Catalog /Pages 2 0 R /AcroForm 21 0 R >>")]);
        var twice = await SignAsync(await SignAsync(pdf.Bytes));

        Assert.Equal(["trusted", "trusted"], Check(twice).Signatures.Select(s => s.Verdict));
    }

    [Fact]
    public async Task Nobody_signs_after_a_certification_that_forbids_it() =>
        Assert.Contains("certified", (await Assert.ThrowsAsync<SigningRefusedException>(() => SignAsync(new TestPdf().Sign(Pki.Signer(Clerk), permission: 1).Bytes))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_cannot_be_signed_is_told()
    {
        await Assert.ThrowsAsync<SigningRefusedException>(() => SignAsync("no PDF"u8.ToArray()));
        await Assert.ThrowsAsync<SigningRefusedException>(() => SignAsync(new TestPdf().Update([(9, "<< /Filter /Standard >>")], "/Root 1 0 R /Encrypt 9 0 R").Bytes));
        await Assert.ThrowsAsync<SigningRefusedException>(() => SignAsync(new TestPdf().Bytes, Pki.Issue("CN=Cũ", to: TestPki.Now.AddDays(-1))));
        await Assert.ThrowsAsync<SigningRefusedException>(() => SignAsync(new TestPdf().Bytes, X509CertificateLoader.LoadCertificate(Clerk.RawData)));
    }

    [Fact]
    public async Task From_the_command_line_a_second_signature_is_added()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var (keys, once, twice) = (Path.Combine(folder, "k.p12"), Path.Combine(folder, "1.pdf"), Path.Combine(folder, "2.pdf"));
        var current = TestPki.SelfSigned("CN=Thử", DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        try
        {
            await File.WriteAllBytesAsync(keys, current.Export(X509ContentType.Pkcs12, "mật khẩu"));
            await File.WriteAllBytesAsync(once, new TestPdf().Sign(Pki.Signer(Clerk)).Bytes);
            Environment.SetEnvironmentVariable("GOVPORTAL_TEST_P12", "mật khẩu");

            (await CommandLine.RunAsync([], "", "signature", "sign", once, "--pkcs12", keys, "--password-env", "GOVPORTAL_TEST_P12", "--output", twice)).Insist(0);
            Assert.Equal([true, true], Check(await File.ReadAllBytesAsync(twice)).Signatures.Select(s => s.Intact));
            (await CommandLine.RunAsync([], "", "signature", "sign", once, "--pkcs12", keys, "--password-env", "GOVPORTAL_NOT_SET", "--output", twice + "x")).Insist(2);
            (await CommandLine.RunAsync([], "", "signature", "sign", once, "--pkcs12", once, "--password-env", "GOVPORTAL_TEST_P12", "--output", twice + "x")).Insist(2);
            Assert.False(File.Exists(twice + "x"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<byte[]> SignAsync(byte[] file, X509Certificate2? by = null, ITimeStamps? stamp = null) =>
        new FileSigner([by ?? Clerk, X509CertificateLoader.LoadCertificate(Pki.Authority.RawData)], stamp, new Clock2March()).SignAsync(file, new SigningWish("Công bố"), CancellationToken.None);

    private static SignatureReport Check(byte[] bytes) => FileCheck.Pdf(new MemoryStream(bytes), Pki.Trusts());

    private sealed class Stamps : ITimeStamps
    {
        public Task<byte[]> StampAsync(byte[] hash, CancellationToken ct) => Task.FromResult(TestPki.StampOfHash(Clock, TestPki.Now, hash));
    }

    private sealed class Clock2March : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestPki.Now;
    }
}
