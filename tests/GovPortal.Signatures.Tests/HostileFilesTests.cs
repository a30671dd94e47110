using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GovPortal.Signatures.Tests;

/// <summary>Files that were made to break whoever opens them.</summary>
public sealed class HostileFilesTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư");

    [Theory]
    [InlineData("")]
    [InlineData("%PDF")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<html>%PDX-1.7</html>")]
    public void What_is_no_PDF_is_said_to_be_none(string text) =>
        Assert.Throws<NotSignedFormatException>(() => Check(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void A_PDF_without_signatures_proves_nothing() => AssertFile("none", new TestPdf().Bytes);

    [Fact]
    public void A_locked_PDF_cannot_be_checked()
    {
        var pdf = new TestPdf();
        pdf.Update([(9, "<< /Filter /Standard /V 4 >>")], "/Root 1 0 R /Encrypt 9 0 R");

        AssertFile("encrypted", pdf.Bytes);
    }

    [Theory]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 8000000\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /XRef /W [8 8 8] /Size 100000 /Length 1 0 R >>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj << /AcroForm 1 0 R >> endobj\nxref\n1 1\n0000000009 00000 n \ntrailer\n<< /Root 1 0 R >>\nstartxref\n44\n%%EOF")]
    public void Tables_that_lead_nowhere_or_in_circles_end_the_reading(string text) => AssertFile("none", Encoding.Latin1.GetBytes(text));

    [Fact]
    public void Values_within_values_end_the_reading() =>
        AssertFile("none", Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{new string('[', 500_000)}\nendobj\nxref\n1 1\n0000000009 00000 n \ntrailer\n<< /Root 1 0 R >>\nstartxref\n{500_024}\n%%EOF"));

    [Fact]
    public void Streams_that_need_each_other_end_the_reading()
    {
        var pdf = new TestPdf().Update([(50, "<< /Length 51 0 R >>\nstream\n\nendstream"), (51, "<< /Length 50 0 R >>\nstream\n\nendstream"), (TestPdf.Catalog, "<< /Type /Catalog /AcroForm 50 0 R >>")]);

        AssertFile("none", pdf.Bytes);
    }

    [Fact]
    public void Fields_in_a_circle_are_walked_once()
    {
        var pdf = new TestPdf().Update([(50, "<< /FT /Sig /T (a) /Kids [50 0 R 51 0 R] >>"), (51, "<< /T (b) /Parent 50 0 R /Kids [50 0 R] >>"), (TestPdf.Catalog, "<< /Type /Catalog /AcroForm << /Fields [50 0 R] >> >>")]);

        AssertFile("none", pdf.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3080")]
    [InlineData("30820fff")]
    [InlineData("3003020101")]
    [InlineData("308006092a864886f70d010702a080")]
    public void A_value_that_is_no_signature_is_bad(string value) => AssertOutcome("bad", "malformed", new TestPdf().Sign(_ => Convert.FromHexString(value)));

    [Fact]
    public void Elements_within_elements_do_not_end_the_process() =>
        AssertOutcome("bad", "malformed", new TestPdf().Sign(_ => [.. Enumerable.Repeat<byte[]>([0x30, 0x80], 2_500).SelectMany(b => b)]));

    [Fact]
    public void Certificates_that_issue_each_other_end_in_no_root()
    {
        var (one, other) = Circle();

        AssertOutcome("unchecked", "issuer-missing", new TestPdf().Sign(Pki.Signer(Pki.Issue("CN=Vòng", one), others: [one, other])));
    }

    [Fact]
    public void No_file_with_a_changed_missing_or_doubled_byte_is_trusted()
    {
        var whole = new TestPdf().Sign(Pki.Signer(Clerk)).Sign(Pki.Signer(Clerk)).Bytes;
        var text = Encoding.Latin1.GetString(whole);
        var value = text.LastIndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        var (from, to) = (value, text.IndexOf('>', value));
        var random = new Random(17);
        for (var i = 0; i < 400; i++)
        {
            var at = random.Next(whole.Length);
            byte[] changed = (i % 3) switch
            {
                // Zeros that fill up the value say nothing, so it is left out.
                0 when at > from && at < to => whole[..at],
                0 => [.. whole[..at], (byte)(whole[at] ^ (1 << random.Next(8))), .. whole[(at + 1)..]],
                1 => whole[..at],
                _ => [.. whole[..at], whole[at], .. whole[at..]],
            };

            Assert.NotEqual("trusted", VerdictOf(changed));
        }
    }

    [Fact]
    public void A_thousand_signatures_are_all_looked_at_in_time()
    {
        var pdf = new TestPdf();
        var value = Pki.Signer(Clerk)([1, 2, 3]);
        for (var i = 0; i < 1_000; i++)
        {
            pdf.Sign(_ => value, value: value);
        }

        var watch = Stopwatch.StartNew();
        var report = Check(pdf.Bytes);

        Assert.Equal(1_000, report.Signatures.Count);
        Assert.All(report.Signatures, s => Assert.NotEqual("trusted", s.Verdict));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void A_file_of_400_MB_is_read_in_pieces()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.Write(new TestPdf().Sign(Pki.Signer(Clerk)).Bytes);
                file.SetLength(400L << 20);
            }

            using var stream = File.OpenRead(path);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var facts = Assert.Single(FileCheck.Pdf(stream, Pki.Trusts()).Signatures);

            Assert.Equal((true, "bad"), (facts.Intact, facts.Verdict));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60 << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Two authorities, each certified by the other and by nobody else.
    private static (X509Certificate2, X509Certificate2) Circle()
    {
        var (a, b) = (TestPki.SelfSigned("CN=A", TestPki.Start, TestPki.Start.AddYears(5)), TestPki.SelfSigned("CN=B", TestPki.Start, TestPki.Start.AddYears(5)));
        return (Pki.Issue("CN=A", b, true, key: a.GetECDsaPrivateKey()), Pki.Issue("CN=B", a, true, key: b.GetECDsaPrivateKey()));
    }

    private static string VerdictOf(byte[] bytes)
    {
        try
        {
            return Check(bytes).Verdict;
        }
        catch (NotSignedFormatException)
        {
            return "none";
        }
    }

    private static void AssertFile(string reason, byte[] bytes)
    {
        var report = Check(bytes);
        Assert.Equal((0, "unchecked"), (report.Signatures.Count, report.Verdict));
        Assert.Equal(reason, Assert.Single(report.Why).Name);
    }

    private static void AssertOutcome(string verdict, string reason, TestPdf pdf)
    {
        var facts = Assert.Single(Check(pdf.Bytes).Signatures);
        Assert.Contains(reason, facts.Why.Select(r => r.Name));
        Assert.Equal(verdict, facts.Verdict);
    }

    private static SignatureReport Check(byte[] bytes) => FileCheck.Pdf(new MemoryStream(bytes), Pki.Trusts());
}
