using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GovPortal.Signatures.Tests;

/// <summary>What a file keeps for later checks: revocation lists, answers of the authority, time stamps of the whole document.</summary>
public sealed class KeptEvidenceTests
{
    private static readonly TestPki Pki = new();
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư");
    private static readonly X509Certificate2 Responder = Pki.Issue("CN=OCSP", answers: true);

    [Fact]
    public void A_file_that_keeps_the_list_needs_no_other()
    {
        var facts = Check(Kept("CRLs", Pki.Crl()), Pki.Trusts(null, Pki.Crl(Pki.Root)));

        Assert.Equal(("trusted", "good", "CRL"), (facts.Verdict, facts.Revocation, facts.RevocationSource));
        Assert.Equal((true, false, false), (facts.Intact, facts.CoversWholeFile, facts.ChangedAfter));
        Assert.Contains("evidence-later", facts.Why.Select(r => r.Name));
    }

    [Fact]
    public void The_authority_may_answer_itself_or_let_somebody_answer()
    {
        foreach (var by in new[] { Pki.Authority, Responder })
        {
            var facts = Check(Kept("OCSPs", TestPki.Answer(Clerk, Pki.Authority, by, TestPki.Now)), Pki.Trusts(null, Pki.Crl(Pki.Root)));

            Assert.Equal(("trusted", "good", "OCSP"), (facts.Verdict, facts.Revocation, facts.RevocationSource));
        }
    }

    [Fact]
    public void An_answer_that_it_was_revoked_counts()
    {
        var facts = Check(Kept("OCSPs", TestPki.Answer(Clerk, Pki.Authority, Responder, TestPki.Now, TestPki.Now.AddDays(-3))), Pki.Trusts(null, Pki.Crl(Pki.Root)));

        Assert.Equal(("bad", "revoked"), (facts.Verdict, facts.Revocation));
    }

    [Fact]
    public void An_answer_of_somebody_else_or_of_long_ago_counts_for_nothing()
    {
        var others = new[] { TestPki.Answer(Clerk, Pki.Authority, Clerk, TestPki.Now), TestPki.Answer(Clerk, Pki.Authority, Responder, TestPki.Now.AddDays(-30)), "chữ"u8.ToArray() };

        Assert.All(others, answer => Assert.Equal("unchecked", Check(Kept("OCSPs", answer), Pki.Trusts(null, Pki.Crl(Pki.Root))).Verdict));
    }

    [Fact]
    public void A_time_stamp_of_the_document_proves_when_what_stood_before_was_signed()
    {
        var clock = Pki.Issue("CN=TSA", isStamp: true, to: TestPki.Start.AddYears(10));
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk)).Sign(TestPki.Stamper(clock, TestPki.Now.AddHours(1), Pki.Authority), subFilter: "ETSI.RFC3161");

        var report = FileCheck.Pdf(new MemoryStream(pdf.Bytes), Pki.Trusts(TestPki.Start.AddYears(3), Pki.Crl(next: TestPki.Start.AddYears(5)), Pki.Crl(Pki.Root, next: TestPki.Start.AddYears(5))));
        Assert.Equal([("signature", "trusted", true), ("timestamp", "trusted", true)], report.Signatures.Select(s => (s.Kind, s.Verdict, s.TimeStamped)));
        Assert.Equal("2026-03-02T04:00:00Z", report.Signatures[0].SignedAt);
    }

    private static TestPdf Kept(string list, byte[] piece)
    {
        var pdf = new TestPdf().Sign(Pki.Signer(Clerk));
        var number = pdf.Next;
        return pdf.Update([(number, TestPdf.Stream(Encoding.Latin1.GetString(piece)))]).Keep($"/{list} [{number} 0 R]");
    }

    private static SignatureFacts Check(TestPdf pdf, Trust trust) => Assert.Single(FileCheck.Pdf(new MemoryStream(pdf.Bytes), trust).Signatures);
}
